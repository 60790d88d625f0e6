"use client";

import { CheckField } from "@/components/ui/check-field";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import { useRefusal, useT } from "@/components/ui/texts";
import type { ActionError } from "@/lib/http/result";
import type { Share } from "@/lib/sharing/schema";
import { dayOf, nextWeek } from "./share-options";

/** The options of a link, for one that is made and for one that is changed (`share`). */
export function ShareFields({ share, error }: { share?: Share; error?: ActionError }) {
  const t = useT();
  const refuse = useRefusal();
  const fault = (field: string) => error?.fields?.[field]?.[0];
  const end = share?.expiresAt ? dayOf(new Date(share.expiresAt)) : "";
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t("sharing.expires")}
          name="expires"
          type="date"
          min={dayOf(new Date())}
          defaultValue={share ? end : nextWeek()}
          hint={t("sharing.emptyNever")}
          error={fault("expiresAt")}
        />
        <TextField
          label={t("sharing.limit")}
          name="limit"
          type="number"
          inputMode="numeric"
          min={1}
          max={1_000_000}
          defaultValue={share?.maxDownloads ?? ""}
          hint={t("sharing.emptyNone")}
          error={fault("maxDownloads")}
        />
      </div>
      <PasswordField
        label={t("sharing.password")}
        name="password"
        autoComplete="new-password"
        maxLength={256}
        hint={t(share?.hasPassword ? "sharing.hasPassword" : "sharing.emptyNone")}
        error={fault("password")}
      />
      <div className="-mt-2 grid">
        {share?.hasPassword && <CheckField label={t("sharing.noLonger")} name="removePassword" />}
        <CheckField label={t("sharing.allow")} name="allow" defaultChecked={share?.allowDownload ?? true} />
      </div>
      {error && !hasFields(error) && (
        <p role="alert" className="text-danger">
          {refuse(error)}
        </p>
      )}
    </>
  );
}

const hasFields = (error: ActionError): boolean => Object.keys(error.fields ?? {}).length > 0;
