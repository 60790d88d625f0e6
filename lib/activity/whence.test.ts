import { expect, it } from "vitest";
import { coarseAddress, whence } from "./whence";

it.each([
  ["192.0.2.77", "192.0.2.0/24"],
  ["::ffff:192.0.2.77", "192.0.2.0/24"],
  ["2001:db8:1234:5678::9", "2001:db8:1234::/48"],
  ["2001:DB8::9", "2001:db8:0::/48"],
  ["fe80::1%eth0", "fe80:0:0::/48"],
  ["::1", "0:0:0::/48"],
  ["unknown", null],
])("keeps of %s no more than %s (SECURITY 33)", (ip, network) => {
  expect(coarseAddress(ip)).toBe(network);
});

it("keeps the start of what a client calls itself, in one line (SECURITY 33)", () => {
  const userAgent = `evil\r\n\x1b[31m${"x".repeat(1000)}`;
  expect(whence({ ip: "unknown", userAgent }).client).toBe(`evil [31m${"x".repeat(191)}`);
});

it("knows of a job that nobody asked for it", () => {
  expect(whence(undefined)).toEqual({ client: null, address: null });
});
