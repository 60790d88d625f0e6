"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { useT } from "@/components/ui/texts";
import { useToast } from "@/components/ui/toasts";
import { reach } from "@/lib/http/client";
import type { ActionError } from "@/lib/http/result";
import { patchShare } from "@/lib/sharing/actions";
import type { Share } from "@/lib/sharing/schema";
import { ShareFields } from "./share-fields";
import { optionsOf } from "./share-options";

type Props = { share: Share; onSaved: (share: Share) => void; onCancel: () => void };

export function EditShareForm({ share, onSaved, onCancel }: Props) {
  const t = useT();
  const [error, setError] = useState<ActionError>();
  const [pending, start] = useTransition();
  const toast = useToast();
  const save = (form: FormData) =>
    start(async () => {
      const result = await reach(() => patchShare({ shareId: share.id, ...optionsOf(form, share) }));
      if (!result.ok) return setError(result.error);
      toast({ message: t("sharing.isChanged") });
      onSaved(result.value);
    });
  return (
    <Form className="grid gap-4" onSend={save}>
      <ShareFields share={share} error={error} />
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>{t("ui.cancel")}</Button>
        <Button type="submit" look="primary" disabled={pending}>
          {t("sharing.save")}
        </Button>
      </div>
    </Form>
  );
}
