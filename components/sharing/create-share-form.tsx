"use client";

import { Copy } from "lucide-react";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";
import { useT } from "@/components/ui/texts";
import { reach } from "@/lib/http/client";
import type { ActionError } from "@/lib/http/result";
import { createShare } from "@/lib/sharing/actions";
import type { Share } from "@/lib/sharing/schema";
import { copyLink } from "./copy-link";
import { QrCode } from "./qr-code";
import { ShareFields } from "./share-fields";
import { optionsOf } from "./share-options";

type Props = { entryId: string; created: Share | null; onCreated: (share: Share) => void };

/** The options of a new link, and the link once it is made. */
export function CreateShareForm({ entryId, created, onCreated }: Props) {
  const t = useT();
  const [error, setError] = useState<ActionError>();
  const [isCopied, setCopied] = useState(false);
  const [pending, start] = useTransition();
  // Said anew each time: what stands there already is not read again.
  const copy = async ({ url }: Share) => {
    setCopied(false);
    setCopied(await copyLink(url));
  };
  const create = (form: FormData) =>
    start(async () => {
      const result = await reach(() => createShare({ entryId, ...optionsOf(form) }));
      setError(result.ok ? undefined : result.error);
      if (!result.ok) return;
      onCreated(result.value);
      await copy(result.value);
    });
  return (
    <Form className="grid gap-4" onSend={create}>
      <ShareFields error={error} />
      <Button type="submit" look="primary" disabled={pending}>
        {t("sharing.createLink")}
      </Button>
      {created && (
        <div className="rounded-xl bg-accent-soft p-4">
          <TextField
            label={t("sharing.link")}
            value={created.url}
            readOnly
            onFocus={(event) => event.currentTarget.select()}
            hint={t("sharing.copyHint")}
          />
          <div className="mt-2 flex flex-wrap items-center gap-x-3">
            <Button onClick={() => copy(created)}>
              <Copy aria-hidden="true" className="size-4" /> {t("sharing.copyLink")}
            </Button>
            <p role="status" className="text-sm">
              {isCopied && t("sharing.linkCopied")}
            </p>
          </div>
          <QrCode text={created.url} />
        </div>
      )}
    </Form>
  );
}
