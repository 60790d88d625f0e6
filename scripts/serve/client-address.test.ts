import { describe, expect, it } from "vitest";
import { clientAddress, isTrustedPeer, parseTrust } from "./client-address";

describe("clientAddress (SECURITY 15)", () => {
  it("is the peer's when no proxy is trusted, whatever the client claims", () => {
    expect(clientAddress("203.0.113.9", "1.1.1.1", parseTrust("0"))).toBe("203.0.113.9");
  });

  it("is what the one trusted proxy saw, not what the client told it", () => {
    expect(clientAddress("10.0.0.1", "1.1.1.1, 203.0.113.9", parseTrust("1"))).toBe("203.0.113.9");
  });

  it("counts two proxies in a row", () => {
    expect(clientAddress("10.0.0.1", "6.6.6.6, 203.0.113.9, 10.0.0.2", parseTrust("2"))).toBe("203.0.113.9");
  });

  it("walks back over trusted addresses only", () => {
    const trust = parseTrust("10.0.0.0/8, ::1");
    expect(clientAddress("::ffff:10.0.0.1", "6.6.6.6, 203.0.113.9, 10.9.9.9", trust)).toBe("203.0.113.9");
    expect(clientAddress("203.0.113.9", "6.6.6.6", trust)).toBe("203.0.113.9");
  });

  it("ignores what is no address", () => {
    expect(clientAddress("10.0.0.1", "unknown, <script>", parseTrust("1"))).toBe("10.0.0.1");
    expect(clientAddress("10.0.0.1", "203.0.113.9:4711", parseTrust("1"))).toBe("203.0.113.9");
  });
});

describe("isTrustedPeer", () => {
  it("believes nobody by default", () => {
    expect(isTrustedPeer("127.0.0.1", parseTrust("0"))).toBe(false);
  });

  it("believes the listed addresses", () => {
    expect(isTrustedPeer("::ffff:10.1.2.3", parseTrust("10.0.0.0/8"))).toBe(true);
    expect(isTrustedPeer("11.1.2.3", parseTrust("10.0.0.0/8"))).toBe(false);
  });
});

describe("parseTrust", () => {
  it("says what it expected", () => {
    expect(() => parseTrust("everyone")).toThrow(/TRUST_PROXY/);
    expect(() => parseTrust("10.0.0.0/33")).toThrow(/TRUST_PROXY/);
  });
});
