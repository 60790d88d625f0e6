"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Modal } from "@/components/ui/modal";
import { TextField } from "@/components/ui/text-field";
import { useRefusal, useT } from "@/components/ui/texts";
import { useToast } from "@/components/ui/toasts";
import { useRouter } from "@/components/ui/use-router";
import { createToken } from "@/lib/auth/actions";
import { reach } from "@/lib/http/client";
import type { ActionError } from "@/lib/http/result";

const DAY_MS = 24 * 60 * 60 * 1000;
const ENDS = { endsMonth: 30, endsYear: 365, endsNever: null } as const;

type Props = { opener: HTMLElement; onClose: () => void };

/** Makes a token and shows its secret, once. */
export function NewTokenDialog({ opener, onClose }: Props) {
  const t = useT();
  const refuse = useRefusal();
  const router = useRouter();
  const [secret, setSecret] = useState<string | null>(null);
  const [error, setError] = useState<ActionError | null>(null);
  const [pending, start] = useTransition();
  const send = (form: FormData) =>
    start(async () => {
      const days = Object.entries(ENDS).find(([key]) => key === form.get("ends"))?.[1] ?? null;
      const result = await reach(() =>
        createToken({
          name: String(form.get("name")),
          scopes: form.get("scope") === "write" ? ["read", "write"] : ["read"],
          expiresAt: days === null ? null : new Date(Date.now() + days * DAY_MS).toISOString(),
        }),
      );
      if (!result.ok) return setError(result.error);
      setSecret(result.value.secret);
      router.refresh();
    });
  return (
    <Modal title={t("settings.newToken")} opener={opener} onClose={onClose}>
      {secret ? (
        <Secret secret={secret} onClose={onClose} />
      ) : (
        <Form className="grid gap-4" onSend={send}>
          <TextField
            label={t("settings.tokenName")}
            name="name"
            autoComplete="off"
            required
            maxLength={100}
            dir="auto"
            data-focus-first
            error={error?.fields?.name?.[0]}
          />
          <Choice label={t("settings.tokenScope")} name="scope">
            <option value="read">{t("settings.scopeRead")}</option>
            <option value="write">{t("settings.scopeWrite")}</option>
          </Choice>
          <Choice label={t("settings.tokenEnds")} name="ends">
            <option value="endsMonth">{t("settings.endsMonth")}</option>
            <option value="endsYear">{t("settings.endsYear")}</option>
            <option value="endsNever">{t("settings.endsNever")}</option>
          </Choice>
          {error && !error.fields && (
            <p role="alert" className="text-danger">
              {refuse(error)}
            </p>
          )}
          <div className="flex justify-end gap-2">
            <Button onClick={onClose}>{t("ui.cancel")}</Button>
            <Button type="submit" look="primary" disabled={pending}>
              {t("settings.createToken")}
            </Button>
          </div>
        </Form>
      )}
    </Modal>
  );
}

const Choice = ({ label, name, children }: { label: string; name: string; children: React.ReactNode }) => (
  <label className="grid gap-1.5">
    <span className="font-medium text-sm">{label}</span>
    <select name={name} className="min-h-11 rounded-xl border border-muted/70 bg-surface px-3 max-sm:text-base">
      {children}
    </select>
  </label>
);

function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const copy = async () => {
    await navigator.clipboard?.writeText(secret);
    toast({ message: t("settings.copied") });
  };
  return (
    <div className="grid gap-4">
      <p role="status" className="text-muted">
        {t("settings.tokenMade")}
      </p>
      <TextField
        label={t("settings.tokenSecret")}
        value={secret}
        readOnly
        dir="ltr"
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t("settings.done")}</Button>
        <Button look="primary" data-focus-first onClick={copy}>
          {t("settings.copy")}
        </Button>
      </div>
    </div>
  );
}
