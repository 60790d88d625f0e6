import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/auth/auth-card";
import { AuthForm } from "@/components/auth/auth-form";
import { findPageUser } from "@/lib/http/page";

export const metadata: Metadata = { title: "Create account" };

export default async function RegisterPage() {
  if (await findPageUser()) redirect("/drive");
  return (
    <AuthCard title="Create your account" other={{ lead: "Have one already?", label: "Log in", href: "/login" }}>
      <AuthForm kind="register" />
    </AuthCard>
  );
}
