import { isIPv4, isIPv6 } from "node:net";
import type { RequestContext } from "@/lib/http/context";

const CLIENT_LENGTH = 200;

/** As much of where a request came from as is kept: what the client calls itself, cut, and its network (SECURITY 33). */
export function whence(request: Pick<RequestContext, "ip" | "userAgent"> | undefined) {
  const client = request?.userAgent.replace(/\p{Cc}+/gu, " ").slice(0, CLIENT_LENGTH);
  return { client: client || null, address: request ? coarseAddress(request.ip) : null };
}

/** The network an address is in: /24 of IPv4, /48 of IPv6. Null for what is no address. */
export function coarseAddress(ip: string): string | null {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, "");
  if (isIPv4(plain)) return `${plain.split(".").slice(0, 3).join(".")}.0/24`;
  if (!isIPv6(plain)) return null;
  const groups = groupsOf(plain).slice(0, 3);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/48`;
}

// "::" stands for as many zeros as are missing of eight groups.
function groupsOf(ip: string): string[] {
  const [head = "", tail = ""] = ip.replace(/%.*/, "").split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail.split(":").filter(Boolean);
  return [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0"), ...after];
}
