import { BlockList, isIP } from "node:net";

/** Whose word about the client's address counts: so many proxies in a row, or the proxies at these addresses. */
export type Trust = { hops: number } | { proxies: BlockList };

/** Reads TRUST_PROXY: a number of hops, or addresses and subnets separated by commas. @throws Error saying what was expected. */
export function parseTrust(value: string): Trust {
  if (/^\d{1,2}$/.test(value)) return { hops: Number(value) };
  const proxies = new BlockList();
  for (const entry of value.split(",").map((part) => part.trim())) addProxy(proxies, entry);
  return { proxies };
}

function addProxy(proxies: BlockList, entry: string): void {
  const [address = "", bits] = entry.split("/");
  const family = isIP(address);
  const widest = family === 6 ? 128 : 32;
  const prefix = bits === undefined ? widest : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
  if (!family || !(prefix <= widest)) {
    throw new Error(`TRUST_PROXY: a number of proxies, or their addresses like 10.0.0.0/8,::1; "${entry}" is neither`);
  }
  proxies.addSubnet(address, prefix, family === 6 ? "ipv6" : "ipv4");
}

/** True when the peer's own X-Forwarded-* headers may be believed. */
export function isTrustedPeer(peer: string, trust: Trust): boolean {
  return "hops" in trust ? trust.hops > 0 : isProxy(plain(peer), trust.proxies);
}

/** The address of the client: the peer's, unless trusted proxies in between tell another. */
export function clientAddress(peer: string, forwardedFor: string | undefined, trust: Trust): string {
  const said = (forwardedFor ?? "").split(",").map(plain);
  const chain = [...said, plain(peer)].filter((address) => isIP(address));
  const isOwn = "hops" in trust ? (fromEnd: number) => fromEnd < trust.hops : undefined;
  for (let fromEnd = 0; fromEnd < chain.length; fromEnd += 1) {
    const address = chain[chain.length - 1 - fromEnd] ?? "";
    const isPassedOn = isOwn ? isOwn(fromEnd) : "proxies" in trust && isProxy(address, trust.proxies);
    if (!isPassedOn) return address;
  }
  return chain[0] ?? plain(peer);
}

const isProxy = (address: string, proxies: BlockList): boolean =>
  proxies.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");

/** Without what a dual-stack socket or a proxy puts around an IPv4 address: `::ffff:` before it, a port after it. */
function plain(address: string): string {
  const bare = address
    .trim()
    .replace(/^::ffff:(?=\d+\.)/i, "")
    .replace(/^\[(.*)\](:\d+)?$/, "$1");
  return /^\d+\.\d+\.\d+\.\d+:\d+$/.test(bare) ? bare.slice(0, bare.lastIndexOf(":")) : bare;
}
