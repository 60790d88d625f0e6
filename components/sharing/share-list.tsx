"use client";

import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toasts";
import { formatDay } from "@/lib/format";
import { revokeShare } from "@/lib/sharing/actions";
import type { Share } from "@/lib/sharing/schema";

const stateOf = (share: Share): string => {
  if (share.revokedAt) return "Revoked";
  const end = share.expiresAt ? `ends ${formatDay(share.expiresAt)}` : "never ends";
  const count =
    share.maxDownloads === null
      ? `${share.downloads} downloads`
      : `${share.downloads} of ${share.maxDownloads} downloads`;
  return [end, count, share.hasPassword ? "password" : ""].filter(Boolean).join(" · ");
};

export function ShareList({ items }: { items: Share[] }) {
  const [pending, start] = useTransition();
  const toast = useToast();
  const copy = async (share: Share) => {
    await navigator.clipboard.writeText(share.url);
    toast({ message: "Link copied" });
  };
  const revoke = (share: Share) =>
    start(async () => {
      const result = await revokeShare({ shareId: share.id });
      toast({ message: result.ok ? "The link is revoked" : result.error.message });
    });
  if (items.length === 0)
    return <p className="py-24 text-center text-muted">You have made no links yet. Share a file to make one.</p>;
  return (
    <ul aria-label="Links">
      {items.map((share) => (
        <li key={share.id} className="flex min-h-16 flex-wrap items-center gap-2 border-line border-b py-2">
          <div className="min-w-0 flex-1 basis-48">
            <p dir="auto" className="truncate">
              {share.name}
            </p>
            <p className="text-muted text-sm">{stateOf(share)}</p>
          </div>
          {!share.revokedAt && (
            <>
              <Button aria-label={`Copy link of ${share.name}`} onClick={() => copy(share)}>
                Copy link
              </Button>
              <Button
                look="danger"
                aria-label={`Revoke link of ${share.name}`}
                disabled={pending}
                onClick={() => revoke(share)}
              >
                Revoke
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
