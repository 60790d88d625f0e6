"use client";

import { useId, useState, useTransition } from "react";
import { StrengthMeter } from "@/components/auth/strength-meter";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { PasswordField } from "@/components/ui/password-field";
import { useRefusal, useT } from "@/components/ui/texts";
import { useToast } from "@/components/ui/toasts";
import { changePassword } from "@/lib/auth/actions";
import { reach } from "@/lib/http/client";
import type { ActionError } from "@/lib/http/result";
import { Section } from "./section";

type Props = { name: string; email: string; hasPassword: boolean };

/** Another password; the other sessions end with the old one. */
export function PasswordSettings({ name, email, hasPassword }: Props) {
  const t = useT();
  const refuse = useRefusal();
  const toast = useToast();
  const meterId = useId();
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<ActionError | null>(null);
  const [pending, start] = useTransition();
  if (!hasPassword) {
    return (
      <Section title={t("settings.password")}>
        <p className="text-muted">{t("settings.noPassword")}</p>
      </Section>
    );
  }
  const send = (form: HTMLFormElement) =>
    start(async () => {
      const given = new FormData(form);
      const result = await reach(() =>
        changePassword({
          currentPassword: String(given.get("currentPassword")),
          newPassword: String(given.get("newPassword")),
        }),
      );
      setError(result.ok ? null : result.error);
      if (!result.ok) return;
      form.reset();
      setTyped("");
      toast({ message: t("settings.passwordChanged") });
    });
  const isWrong = error?.code === "invalid_credentials";
  return (
    <Section title={t("settings.password")} text={t("settings.passwordText")}>
      <Form className="grid max-w-md gap-4" onSend={(_given, form) => send(form)}>
        {/* A password manager learns whose password it is. */}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          label={t("settings.currentPassword")}
          name="currentPassword"
          autoComplete="current-password"
          required
          error={isWrong ? t("settings.wrongPassword") : error?.fields?.currentPassword?.[0]}
        />
        <PasswordField
          label={t("settings.newPassword")}
          name="newPassword"
          autoComplete="new-password"
          required
          aria-describedby={meterId}
          onChange={(event) => setTyped(event.target.value)}
          error={error?.fields?.newPassword?.[0]}
        />
        <StrengthMeter id={meterId} password={typed} name={name} email={email} />
        {error && !error.fields && !isWrong && (
          <p role="alert" className="text-danger">
            {refuse(error)}
          </p>
        )}
        <div>
          <Button type="submit" disabled={pending}>
            {t("settings.changePassword")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
