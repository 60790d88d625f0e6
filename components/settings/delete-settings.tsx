"use client";

import { useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Modal } from "@/components/ui/modal";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import { useRefusal, useT } from "@/components/ui/texts";
import { reach } from "@/lib/http/client";
import { deleteAccount } from "@/lib/service/actions";
import { forgetAllPlans } from "@/lib/uploads/client-plans";
import { Section } from "./section";

/** The end of the account. */
export function DeleteSettings({ hasPassword }: { hasPassword: boolean }) {
  const t = useT();
  const refuse = useRefusal();
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [error, setError] = useState<string>();
  const [pending, start] = useTransition();
  const send = (form: FormData) =>
    start(async () => {
      const result = await reach(() => deleteAccount({ password: String(form.get("password")) }));
      if (result.ok) {
        await forgetAllPlans();
        window.location.assign("/");
      } else setError(result.error.code === "invalid_credentials" ? t("settings.wrongPassword") : refuse(result.error));
    });
  const field = { name: "password", required: true, error, "data-focus-first": true };
  return (
    <Section title={t("settings.delete")} text={t("settings.deleteText")}>
      <div>
        <Button ref={button} look="danger" onClick={() => setOpener(button.current)}>
          {t("settings.deleteMine")}
        </Button>
      </div>
      {opener && (
        <Modal title={t("settings.deleteTitle")} opener={opener} onClose={() => setOpener(null)}>
          <Form className="grid gap-4" onSend={send}>
            <p className="text-muted">{t("settings.deleteText")}</p>
            {hasPassword ? (
              <PasswordField {...field} label={t("settings.deleteConfirm")} autoComplete="current-password" />
            ) : (
              <TextField {...field} label={t("settings.deleteConfirmEmail")} autoComplete="off" />
            )}
            <div className="flex justify-end gap-2">
              <Button onClick={() => setOpener(null)}>{t("ui.cancel")}</Button>
              <Button type="submit" look="danger" disabled={pending}>
                {t("settings.deleteMine")}
              </Button>
            </div>
          </Form>
        </Modal>
      )}
    </Section>
  );
}
