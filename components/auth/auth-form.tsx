"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { logIn, register } from "@/lib/auth/actions";
import type { Result } from "@/lib/http/result";

type Props = { kind: "register" | "login"; next?: string };
type Typed = { name: string; email: string };

const ACTIONS = { register, login: logIn };

/** Register or log in. It posts by itself before JavaScript has loaded, and keeps what was typed when it is refused. */
export function AuthForm({ kind, next }: Props) {
  const [result, action, pending] = useActionState<Result<never> | null, FormData>(ACTIONS[kind], null);
  const [typed, setTyped] = useState<Typed>({ name: "", email: "" });
  const [isShown, setShown] = useState(false);
  const error = result && !result.ok ? result.error : null;
  const fault = (field: string) => error?.fields?.[field]?.[0];
  const keep = (field: keyof Typed) => ({
    name: field,
    value: typed[field],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => setTyped({ ...typed, [field]: event.target.value }),
    error: fault(field),
  });
  return (
    <form action={action} className="grid gap-4">
      {next && <input type="hidden" name="next" value={next} />}
      {kind === "register" && <TextField label="Name" autoComplete="name" {...keep("name")} />}
      <TextField label="Email" type="email" autoComplete="username" required {...keep("email")} />
      <TextField
        label="Password"
        name="password"
        type={isShown ? "text" : "password"}
        autoComplete={kind === "register" ? "new-password" : "current-password"}
        required
        error={fault("password")}
        hint={kind === "register" ? "At least 10 characters. A few unrelated words are strong." : undefined}
      />
      <label className="flex items-center gap-2 text-muted text-sm">
        <input type="checkbox" checked={isShown} onChange={() => setShown(!isShown)} className="size-4 accent-accent" />
        Show password
      </label>
      {error && !error.fields && (
        <p role="alert" className="text-danger">
          {error.message}
        </p>
      )}
      <Button type="submit" look="primary" disabled={pending}>
        {kind === "register" ? "Create account" : "Log in"}
      </Button>
    </form>
  );
}
