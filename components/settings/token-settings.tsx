"use client";

import { useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { Text, useRefusal, useT } from "@/components/ui/texts";
import { useToast } from "@/components/ui/toasts";
import { useRouter } from "@/components/ui/use-router";
import { revokeToken } from "@/lib/auth/actions";
import type { Token } from "@/lib/auth/schema";
import { reach } from "@/lib/http/client";
import { NewTokenDialog } from "./new-token-dialog";
import { Section } from "./section";

/** What programs log in with. */
export function TokenSettings({ tokens }: { tokens: Token[] }) {
  const t = useT();
  const refuse = useRefusal();
  const toast = useToast();
  const router = useRouter();
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [pending, start] = useTransition();
  const revoke = ({ id, name }: Token) =>
    start(async () => {
      const result = await reach(() => revokeToken({ tokenId: id }));
      toast(
        result.ok ? { message: t("settings.revoked", { name }) } : { message: refuse(result.error), isError: true },
      );
      router.refresh();
    });
  return (
    <Section title={t("settings.tokens")} text={t("settings.tokensText")}>
      {tokens.length === 0 ? (
        <p className="text-muted">{t("settings.noTokens")}</p>
      ) : (
        <ul className="divide-y divide-line rounded-xl border border-line">
          {tokens.map((token) => (
            <li key={token.id} className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
              <span className="min-w-0 flex-[1_1_12rem]">
                <span className="block truncate font-medium">
                  <bdi>{token.name}</bdi>
                </span>
                <span className="block text-muted text-sm">
                  {t(token.scopes.includes("write") ? "settings.scopeWrite" : "settings.scopeRead")} ·{" "}
                  {token.lastUsedAt ? (
                    <Text name="settings.lastUsed" values={{ time: <Moment at={token.lastUsedAt} /> }} />
                  ) : (
                    t("settings.neverUsed")
                  )}
                  {token.expiresAt && (
                    <>
                      {" · "}
                      <Text name="settings.endsAt" values={{ time: <Moment at={token.expiresAt} /> }} />
                    </>
                  )}
                </span>
              </span>
              <Button
                look="danger"
                disabled={pending}
                aria-label={t("settings.revokeOf", { name: token.name })}
                onClick={() => revoke(token)}
              >
                {t("settings.revoke")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button ref={button} onClick={() => setOpener(button.current)}>
          {t("settings.newToken")}
        </Button>
      </div>
      {opener && <NewTokenDialog opener={opener} onClose={() => setOpener(null)} />}
    </Section>
  );
}
