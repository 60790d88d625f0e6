"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Modal } from "@/components/ui/modal";
import { TextField } from "@/components/ui/text-field";
import type { Entry } from "@/lib/entries/schema";
import { createShare } from "@/lib/sharing/actions";

const DAY_MS = 24 * 60 * 60 * 1000;

function optionsOf(form: FormData) {
  const days = Number(form.get("days") || 0);
  const password = String(form.get("password") || "");
  const limit = Number(form.get("limit") || 0);
  return {
    expiresAt: days > 0 ? new Date(Date.now() + days * DAY_MS).toISOString() : null,
    allowDownload: form.get("allow") === "on",
    ...(password ? { password } : {}),
    ...(limit > 0 ? { maxDownloads: limit } : {}),
  };
}

export function ShareDialog({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const [url, setUrl] = useState<string>();
  const [error, setError] = useState<string>();
  const [pending, start] = useTransition();
  const create = (form: FormData) =>
    start(async () => {
      const result = await createShare({ entryId: entry.id, ...optionsOf(form) });
      if (!result.ok) return setError(result.error.message);
      setUrl(result.value.url);
      await navigator.clipboard?.writeText(result.value.url).catch(() => undefined);
    });
  return (
    <Modal title={`Share ${entry.name}`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create(new FormData(event.currentTarget));
        }}
        className="grid gap-4"
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField label="Expires" name="days" type="number" min={0} defaultValue={7} hint="In days; 0 for never" />
          <TextField label="Download limit" name="limit" type="number" min={0} hint="Empty for none" />
        </div>
        <TextField label="Password" name="password" type="password" autoComplete="new-password" hint="Empty for none" />
        <label className="flex min-h-11 items-center gap-3">
          <input type="checkbox" name="allow" defaultChecked className="size-5 accent-accent" />
          Allow download
        </label>
        {url && <TextField label="Link" value={url} readOnly hint="Copied. Anyone who has it can open it." />}
        {error && (
          <p role="alert" className="text-danger">
            {error}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Done</Button>
          <Button type="submit" look="primary" disabled={pending}>
            Create link
          </Button>
        </div>
      </form>
    </Modal>
  );
}
