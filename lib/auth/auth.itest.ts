import { describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { usageOf } from "@/lib/users/users";
import { issueTicket, logIn, ownPath, readTicket, register } from "./auth";
import { LogIn, Register } from "./schema";
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

  it("keeps an address for one account however it is written (SECURITY 6)", async () => {
    const name = newId().toLowerCase();
    await register(Register.parse({ email: `${name}@example.com`, password }), newId());
    const again = register(Register.parse({ email: ` ${name.toUpperCase()}@EXAMPLE.com`, password }), newId());
    await expect(again).rejects.toMatchObject({ code: "email_taken" });
    const input = LogIn.parse({ email: `${name.toUpperCase()}@example.com `, password });
    expect(await logIn(input, newId())).toMatchObject({ user: { email: `${name}@example.com` } });
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
