"use client";

import { CheckField } from "@/components/ui/check-field";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import type { ActionError } from "@/lib/http/result";
import type { Share } from "@/lib/sharing/schema";
import { dayOf, nextWeek } from "./share-options";

/** The options of a link, for one that is made and for one that is changed (`share`). */
export function ShareFields({ share, error }: { share?: Share; error?: ActionError }) {
  const fault = (field: string) => error?.fields?.[field]?.[0];
  const end = share?.expiresAt ? dayOf(new Date(share.expiresAt)) : "";
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Expires"
          name="expires"
          type="date"
          min={dayOf(new Date())}
          defaultValue={share ? end : nextWeek()}
          hint="Leave empty for never"
          error={fault("expiresAt")}
        />
        <TextField
          label="Download limit"
          name="limit"
          type="number"
          inputMode="numeric"
          min={1}
          max={1_000_000}
          defaultValue={share?.maxDownloads ?? ""}
          hint="Leave empty for none"
          error={fault("maxDownloads")}
        />
      </div>
      <PasswordField
        label="Password"
        name="password"
        autoComplete="new-password"
        maxLength={256}
        hint={share?.hasPassword ? "It has one. Type a new one to change it." : "Leave empty for none"}
        error={fault("password")}
      />
      <div className="-mt-2 grid">
        {share?.hasPassword && <CheckField label="No longer ask for it" name="removePassword" />}
        <CheckField label="Allow download" name="allow" defaultChecked={share?.allowDownload ?? true} />
      </div>
      {error && !hasFields(error) && (
        <p role="alert" className="text-danger">
          {error.message}
        </p>
      )}
    </>
  );
}

const hasFields = (error: ActionError): boolean => Object.keys(error.fields ?? {}).length > 0;
