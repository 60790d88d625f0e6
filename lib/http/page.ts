import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { findSession, type User } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";

/** Whoever looks at the page, or null; asked once per page however often it is called. */
export const findPageUser = cache(async (): Promise<User | null> => {
  const session = await findSession(await headers());
  return session?.user ?? null;
});

/** Whoever looks at the page; somebody who is not logged in is sent to log in and comes back to `path`. */
export async function requirePageUser(path: string): Promise<User> {
  const user = await findPageUser();
  if (!user) redirect(`/login?next=${encodeURIComponent(path)}`);
  return user;
}

/** Draws the not-found page where the domain says `not_found`; other errors go to `error.tsx`. */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}

/** Null where the domain says `gone`, for a page that says so kindly; other errors go to `error.tsx`. */
export async function orGone<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.code === "gone") return null;
    throw error;
  }
}
