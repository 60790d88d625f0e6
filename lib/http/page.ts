import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { findSession, type Session, type User } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { PAGE_HEADER } from "./context";

// Asked once per page however often it is called.
const findPageSession = cache(async (): Promise<Session | null> => findSession(await headers()));

/** Whoever looks at the page, or null. */
export const findPageUser = async (): Promise<User | null> => (await findPageSession())?.user ?? null;

/** Whoever looks at the page; somebody who is not logged in is sent to log in, and comes back to it. */
export const requirePageUser = async (): Promise<User> => (await requirePageSession()).user;

/** The same with the session by which they look. */
export async function requirePageSession(): Promise<Session> {
  const session = await findPageSession();
  if (!session) redirect(`/login?next=${encodeURIComponent((await headers()).get(PAGE_HEADER) ?? "/drive")}`);
  return session;
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
