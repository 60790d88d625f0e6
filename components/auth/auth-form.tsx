"use client";

import { useActionState, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import { useT } from "@/components/ui/texts";
import { useOfflineForm } from "@/components/ui/use-offline-form";
import { useRefusedFocus } from "@/components/ui/use-refused-focus";
import { logIn, register } from "@/lib/auth/actions";
import type { Result } from "@/lib/http/result";

type Props = {
  kind: "register" | "login";
  next?: string;
  /** Says how strong the password is that is typed. */
  Meter?: React.ComponentType<{ id: string; password: string; name: string; email: string }>;
};

const ACTIONS = { register, login: logIn };
const NOTHING = { name: "", email: "", password: "" };

/** Register or log in. It posts by itself before JavaScript has loaded, and keeps what was typed when it is refused. */
export function AuthForm({ kind, next, Meter }: Props) {
  // What the compiler would keep between its few drawings weighs more than it saves on this lightest of pages.
  "use no memo";
  const [result, action, pending] = useActionState<Result<never> | null, FormData>(ACTIONS[kind], null);
  const t = useT();
  const { isUnsent, onSubmit } = useOfflineForm();
  const [typed, setTyped] = useState(NOTHING);
  const form = useRefusedFocus(result);
  const meterId = useId();
  const error = result && !result.ok ? result.error : null;
  const isNew = kind === "register";
  const field = (name: keyof typeof NOTHING) => ({
    name,
    // React empties a form after its action: what was typed comes back as the answer tells it, with or without JavaScript.
    defaultValue: error?.typed?.[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => setTyped({ ...typed, [name]: event.target.value }),
    error: error?.fields?.[name]?.[0],
  });
  return (
    <form
      ref={form}
      action={action}
      onSubmit={onSubmit}
      onReset={() => setTyped({ ...typed, password: "" })}
      className="grid gap-4"
    >
      {next && <input type="hidden" name="next" value={next} />}
      {isNew && <TextField label={t("auth.name")} autoComplete="name" {...field("name")} />}
      <TextField
        label={t("auth.email")}
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        // An address is written from left to right in every language.
        dir="auto"
        required
        {...field("email")}
      />
      <PasswordField
        label={t("auth.password")}
        autoComplete={isNew ? "new-password" : "current-password"}
        required
        aria-describedby={Meter ? meterId : undefined}
        {...field("password")}
      />
      {Meter && <Meter id={meterId} {...typed} />}
      {(isUnsent || (error && !error.fields)) && (
        <p role="alert" className="rounded-xl bg-danger/10 px-3.5 py-2.5 text-danger">
          {isUnsent ? t("ui.unreachable") : error?.message}
        </p>
      )}
      <Button type="submit" look="primary" className="mt-2 min-h-12 sm:min-h-12" disabled={pending}>
        {t(isNew ? "auth.createAccount" : "auth.logIn")}
      </Button>
    </form>
  );
}
