import { isHttps } from "@/lib/env";

/** The cookies' names: under HTTPS bound to this host alone (SECURITY 7). */
export function cookieNames() {
  const prefix = isHttps() ? "__Host-" : "";
  return {
    session: `${prefix}authjs.session-token`,
    csrf: `${prefix}authjs.csrf-token`,
    callback: `${prefix}authjs.callback-url`,
  };
}

/** How every cookie of ours is set. */
export const cookieOptions = () => ({ httpOnly: true, sameSite: "lax" as const, path: "/", secure: isHttps() });
