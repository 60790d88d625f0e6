import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/auth/auth-card";
import { AuthForm } from "@/components/auth/auth-form";
import { PageTexts } from "@/components/ui/page-texts";
import { findPageUser } from "@/lib/http/page";
import { texts } from "@/lib/i18n/server";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await texts())("auth.logIn") });

export default async function LoginPage({ searchParams }: PageProps<"/login">) {
  if (await findPageUser()) redirect("/drive");
  const { next } = await searchParams;
  const t = await texts();
  const other = { lead: t("auth.newHere"), label: t("auth.createAccount"), href: "/register" };
  return (
    <AuthCard title={t("auth.welcomeBack")} other={other}>
      <PageTexts sections={["auth"]}>
        <AuthForm kind="login" next={typeof next === "string" ? next : undefined} />
      </PageTexts>
    </AuthCard>
  );
}
