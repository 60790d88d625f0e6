"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmModal } from "@/components/ui/confirm-modal";
import { Moment } from "@/components/ui/moment";
import { Text, useRefusal, useT } from "@/components/ui/texts";
import { useToast } from "@/components/ui/toasts";
import { useRouter } from "@/components/ui/use-router";
import { endSession, logOutEverywhere } from "@/lib/auth/actions";
import type { SessionView } from "@/lib/auth/schema";
import { reach } from "@/lib/http/client";
import { clientName } from "./client-name";
import { Section } from "./section";

/** Where one is logged in, and the way out of all of it. */
export function SessionSettings({ sessions }: { sessions: SessionView[] }) {
  const t = useT();
  const refuse = useRefusal();
  const toast = useToast();
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const [pending, start] = useTransition();
  const end = (sessionId: string) =>
    start(async () => {
      const result = await reach(() => endSession({ sessionId }));
      toast(result.ok ? { message: t("settings.sessionEnded") } : { message: refuse(result.error), isError: true });
      router.refresh();
    });
  const leave = () =>
    start(async () => {
      const result = await reach(() => logOutEverywhere({}));
      if (result && !result.ok) toast({ message: refuse(result.error), isError: true });
    });
  return (
    <Section title={t("settings.sessions")} text={t("settings.sessionsText")}>
      <ul className="divide-y divide-line rounded-xl border border-line">
        {sessions.map(({ id, client, address, createdAt, isCurrent }) => {
          const name = clientName(client) ?? t("settings.unknownClient");
          return (
            <li key={id} className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
              <span className="min-w-0 flex-[1_1_12rem]">
                <span className="block truncate font-medium">{name}</span>
                <span className="block text-muted text-sm">
                  {address && (
                    <>
                      <bdi>{address}</bdi>
                      {" · "}
                    </>
                  )}
                  <Text name="settings.since" values={{ time: <Moment at={createdAt} /> }} />
                </span>
              </span>
              {isCurrent ? (
                <span className="rounded-full bg-accent-soft px-2.5 py-0.5 text-accent text-sm">
                  {t("settings.thisSession")}
                </span>
              ) : (
                <Button
                  disabled={pending || id === ""}
                  aria-label={t("settings.endSessionOf", { client: name })}
                  onClick={() => end(id)}
                >
                  {t("settings.endSession")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <div>
        <Button look="danger" disabled={pending} onClick={() => setAsking(true)}>
          {t("settings.logOutEverywhere")}
        </Button>
      </div>
      {isAsking && (
        <ConfirmModal
          title={t("settings.logOutEverywhereTitle")}
          text={t("settings.logOutEverywhereText")}
          confirm={t("settings.logOutEverywhere")}
          onConfirm={leave}
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  );
}
