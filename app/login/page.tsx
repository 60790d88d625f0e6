import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/auth/auth-card";
import { AuthForm } from "@/components/auth/auth-form";
import { findPageUser } from "@/lib/http/page";

export const metadata: Metadata = { title: "Log in" };

export default async function LoginPage({ searchParams }: PageProps<"/login">) {
  if (await findPageUser()) redirect("/drive");
  const { next } = await searchParams;
  return (
    <AuthCard title="Welcome back" other={{ lead: "New here?", label: "Create account", href: "/register" }}>
      <AuthForm kind="login" next={typeof next === "string" ? next : undefined} />
    </AuthCard>
  );
}
