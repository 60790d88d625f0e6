import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/auth/auth-card";
import { RegisterForm } from "@/components/auth/register-form";
import { PageTexts } from "@/components/ui/page-texts";
import { findPageUser } from "@/lib/http/page";
import { texts } from "@/lib/i18n/server";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await texts())("auth.createAccount") });

export default async function RegisterPage() {
  if (await findPageUser()) redirect("/drive");
  const t = await texts();
  return (
    <AuthCard title={t("auth.createYours")} other={{ lead: t("auth.haveOne"), label: t("auth.logIn"), href: "/login" }}>
      <PageTexts sections={["auth"]}>
        <RegisterForm />
      </PageTexts>
    </AuthCard>
  );
}
