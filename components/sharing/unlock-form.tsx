"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { PasswordField } from "@/components/ui/password-field";
import { useT } from "@/components/ui/texts";
import { useOfflineForm } from "@/components/ui/use-offline-form";
import { useRefusedFocus } from "@/components/ui/use-refused-focus";
import type { Result } from "@/lib/http/result";
import { unlockShare } from "@/lib/sharing/actions";

export function UnlockForm({ shareId }: { shareId: string }) {
  const t = useT();
  const { isUnsent, onSubmit } = useOfflineForm();
  const [result, action, pending] = useActionState<Result<never> | null, FormData>(unlockShare, null);
  const form = useRefusedFocus(result);
  return (
    <form ref={form} action={action} onSubmit={onSubmit} className="mt-4 grid gap-4">
      <input type="hidden" name="shareId" value={shareId} />
      <PasswordField
        label={t("visit.password")}
        name="password"
        required
        autoComplete="off"
        error={isUnsent ? t("ui.unreachable") : result && !result.ok ? result.error.message : undefined}
      />
      <Button type="submit" look="primary" className="min-h-12 sm:min-h-12" disabled={pending}>
        {t("visit.open")}
      </Button>
    </form>
  );
}
