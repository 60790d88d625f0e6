"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { Result } from "@/lib/http/result";
import { unlockShare } from "@/lib/sharing/actions";

export function UnlockForm({ shareId }: { shareId: string }) {
  const [result, action, pending] = useActionState<Result<void> | null, FormData>(unlockShare, null);
  return (
    <form action={action} className="grid gap-4">
      <input type="hidden" name="shareId" value={shareId} />
      <TextField
        label="Password"
        name="password"
        type="password"
        required
        autoComplete="off"
        error={result && !result.ok ? result.error.message : undefined}
      />
      <Button type="submit" look="primary" disabled={pending}>
        Open
      </Button>
    </form>
  );
}
