import { describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { usageOf } from "@/lib/users/users";
import { issueTicket, logIn, ownPath, readTicket, register } from "./auth";
import { endSession, findSession } from "./session";

const password = "correct horse battery";
const anEmail = () => `${newId().toLowerCase()}@example.com`;
const bearer = (token: string) => new Headers({ authorization: `Bearer ${token}` });

describe("accounts", () => {
  it("registers, logs in and is known by the token until log-out", async () => {
    const email = anEmail();
    const user = await register({ email, password, name: "Ada" }, newId());
    const { token } = await logIn({ email, password }, newId());
    const session = await findSession(bearer(token));
    expect(session?.user).toEqual(user);
    await endSession({ user, sessionId: session?.sessionId ?? "" });
    expect(await findSession(bearer(token))).toBeNull();
    expect(await usageOf(user.id)).toMatchObject({ usedBytes: 0, quotaBytes: 10 * 1024 ** 3 });
  });

  it("answers an unknown e-mail as it answers a wrong password (SECURITY 2)", async () => {
    const email = anEmail();
    await register({ email, password }, newId());
    const wrong = logIn({ email, password: "another password" }, newId());
    await expect(wrong).rejects.toMatchObject({ code: "invalid_credentials" });
    const unknown = logIn({ email: anEmail(), password }, newId());
    await expect(unknown).rejects.toMatchObject({ code: "invalid_credentials" });
  });

  it("tells passwords apart that differ after their 72nd byte (SECURITY 1)", async () => {
    const email = anEmail();
    const long = "long enough ".repeat(8);
    await register({ email, password: `${long}a` }, newId());
    await expect(logIn({ email, password: `${long}b` }, newId())).rejects.toMatchObject({
      code: "invalid_credentials",
    });
    expect((await logIn({ email, password: `${long}a` }, newId())).user.email).toBe(email);
  });

  it.each(["short", "x".repeat(257), "1234567890", "password123"])("refuses the password %s", async (weak) => {
    await expect(register({ email: anEmail(), password: weak }, newId())).rejects.toMatchObject({
      code: "validation_failed",
    });
  });

  it("knows its own tickets and no others", () => {
    const ticket = issueTicket({ id: "ada", sessionVersion: 1 }, 0);
    expect(readTicket(ticket, 1000)).toEqual({ id: "ada", sessionVersion: 1 });
    expect(readTicket(ticket, 61_000)).toBeNull();
    expect(readTicket(ticket.replace("ada", "bob"), 1000)).toBeNull();
  });

  it.each([
    "//evil.test",
    "/\\evil.test",
    "https://evil.test",
    "javascript:alert(1)",
    "/%2fevil.test",
    "/%5cevil.test",
    "/\t/evil.test",
  ])("never goes to %s after log-in (SECURITY 8)", (next) => {
    expect(ownPath(next)).toBe("/drive");
  });

  it("goes back to a path of its own after log-in", () => {
    expect(ownPath("/drive/abc?sort=size")).toBe("/drive/abc?sort=size");
  });
});
