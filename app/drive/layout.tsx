import { cookies } from "next/headers";
import { DriveShell } from "@/components/shell/drive-shell";
import { THEME_COOKIE, themeOf } from "@/components/ui/theme";
import { requirePageUser } from "@/lib/http/page";
import { usageOf } from "@/lib/users/users";

export default async function DriveLayout({ children }: LayoutProps<"/drive">) {
  const { id, name, email } = await requirePageUser("/drive");
  const { usedBytes, quotaBytes } = await usageOf(id);
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <DriveShell user={{ id, name, email }} used={{ usedBytes, quotaBytes }} theme={theme}>
      {children}
    </DriveShell>
  );
}
