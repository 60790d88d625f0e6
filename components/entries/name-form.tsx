"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";
import { useRefusal, useT } from "@/components/ui/texts";
import type { Result } from "@/lib/http/result";

type Props = {
  label: string;
  name?: string;
  /** How much of the name is selected to begin with: a file's extension mostly stays. */
  selected?: number;
  submit: string;
  save: (name: string) => Promise<Result<unknown>>;
  onDone: () => void;
};

/** One name and one button; a refusal stays beside the field. */
export function NameForm({ label, name = "", selected = name.length, submit, save, onDone }: Props) {
  const t = useT();
  const refuse = useRefusal();
  const [error, setError] = useState<string>();
  const [pending, start] = useTransition();
  const send = (form: FormData) =>
    start(async () => {
      const result = await save(String(form.get("name")));
      if (result.ok) onDone();
      else setError(result.error.fields?.name?.[0] ?? refuse(result.error));
    });
  return (
    <Form className="grid gap-5" onSend={send}>
      <TextField
        label={label}
        name="name"
        defaultValue={name}
        error={error}
        data-focus-first
        required
        dir="auto"
        autoComplete="off"
        onFocus={(event) => event.currentTarget.setSelectionRange(0, selected)}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{t("ui.cancel")}</Button>
        <Button type="submit" look="primary" disabled={pending}>
          {submit}
        </Button>
      </div>
    </Form>
  );
}
