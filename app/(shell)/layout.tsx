import { cookies } from "next/headers";
import { DriveShell } from "@/components/shell/drive-shell";
import { THEME_COOKIE, themeOf } from "@/components/ui/theme";
import { findPageUser } from "@/lib/http/page";
import { usageOf } from "@/lib/users/users";

/** It draws and does not guard: each page asks who looks, and knows where they are to come back to. */
export default async function ShellLayout({ children }: LayoutProps<"/">) {
  const user = await findPageUser();
  if (!user) return children;
  const { id, name, email } = user;
  const { usedBytes, quotaBytes } = await usageOf(id);
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <DriveShell user={{ id, name, email }} used={{ usedBytes, quotaBytes }} theme={theme}>
      {children}
    </DriveShell>
  );
}
