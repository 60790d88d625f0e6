import type { Metadata } from "next";
import { cookies } from "next/headers";
import { AppearanceSettings } from "@/components/settings/appearance-settings";
import { DeleteSettings } from "@/components/settings/delete-settings";
import { ExportSettings } from "@/components/settings/export-settings";
import { PasswordSettings } from "@/components/settings/password-settings";
import { ProfileSettings } from "@/components/settings/profile-settings";
import { SessionSettings } from "@/components/settings/session-settings";
import { TokenSettings } from "@/components/settings/token-settings";
import { PageHead } from "@/components/ui/page-head";
import { PageTexts } from "@/components/ui/page-texts";
import { THEME_COOKIE, themeOf } from "@/components/ui/theme";
import { hasPassword } from "@/lib/auth/account";
import { listSessions, listTokens } from "@/lib/auth/tokens";
import { getEntry } from "@/lib/entries/entries";
import { requirePageSession } from "@/lib/http/page";
import { texts } from "@/lib/i18n/server";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await texts())("settings.title") });

export default async function SettingsPage() {
  const session = await requirePageSession();
  const { user } = session;
  const [isOwnPassword, sessions, tokens, top, t] = await Promise.all([
    hasPassword(user),
    listSessions(session),
    listTokens(user),
    getEntry(user, "root"),
    texts(),
  ]);
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <PageTexts sections={["auth"]}>
      <PageHead title={t("settings.title")} />
      <div className="max-w-3xl divide-y divide-line">
        <ProfileSettings name={user.name} email={user.email} />
        <AppearanceSettings theme={theme} />
        <PasswordSettings name={user.name} email={user.email} hasPassword={isOwnPassword} />
        <SessionSettings sessions={sessions} />
        <TokenSettings tokens={tokens} />
        <ExportSettings top={top} />
        <DeleteSettings hasPassword={isOwnPassword} />
      </div>
    </PageTexts>
  );
}
