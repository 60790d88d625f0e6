"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";
import { useRefusal, useT } from "@/components/ui/texts";
import { useToast } from "@/components/ui/toasts";
import { useRouter } from "@/components/ui/use-router";
import { saveProfile } from "@/lib/auth/actions";
import { reach } from "@/lib/http/client";
import { Section } from "./section";

/** What one is called. */
export function ProfileSettings({ name, email }: { name: string; email: string }) {
  const t = useT();
  const refuse = useRefusal();
  const toast = useToast();
  const router = useRouter();
  const [error, setError] = useState<string>();
  const [pending, start] = useTransition();
  const save = (form: FormData) =>
    start(async () => {
      const result = await reach(() => saveProfile({ name: String(form.get("name")) }));
      setError(result.ok ? undefined : (result.error.fields?.name?.[0] ?? refuse(result.error)));
      if (!result.ok) return;
      toast({ message: t("settings.saved") });
      router.refresh();
    });
  return (
    <Section title={t("settings.profile")}>
      <Form className="grid max-w-md gap-4" onSend={save}>
        <TextField
          label={t("settings.name")}
          name="name"
          autoComplete="name"
          defaultValue={name}
          error={error}
          dir="auto"
          required
        />
        <TextField label={t("settings.email")} value={email} dir="auto" readOnly />
        <div>
          <Button type="submit" disabled={pending}>
            {t("settings.save")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
