import { cookies } from "next/headers";
import { DriveShell } from "@/components/shell/drive-shell";
import { THEME_COOKIE, themeOf } from "@/components/ui/theme";
import { requirePageUser } from "@/lib/http/page";
import { usageOf } from "@/lib/users/users";

/** It guards too: a page below a `loading.tsx` would send on by its content, with the status of one that is there. */
export default async function ShellLayout({ children }: LayoutProps<"/">) {
  const { id, name, email } = await requirePageUser();
  const { usedBytes, quotaBytes } = await usageOf(id);
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <DriveShell user={{ id, name, email }} used={{ usedBytes, quotaBytes }} theme={theme}>
      {children}
    </DriveShell>
  );
}
