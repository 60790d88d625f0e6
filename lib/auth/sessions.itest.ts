import { GetCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { aUser } from "@/e2e/support/builders";
import { aSession, cookieHeader } from "@/e2e/support/sessions";
import { dynamo, table } from "@/lib/aws/dynamo";
import { keys } from "@/lib/aws/keys";
import { beginSession, checkSession, endSession, findSession } from "./session";

const BEGAN = new Date("2026-01-31T08:00:00.000Z");
const onDay = (day: number) => new Date(BEGAN.getTime() + day * 24 * 60 * 60 * 1000);
const bearer = (token: string) => new Headers({ authorization: `Bearer ${token}` });

const setVersion = (userId: string, sessionVersion: number) =>
  dynamo().send(
    new UpdateCommand({
      TableName: table(),
      Key: keys.user(userId),
      UpdateExpression: "SET sessionVersion = :version",
      ExpressionAttributeValues: { ":version": sessionVersion },
    }),
  );

describe("a session", () => {
  it("is known by next-auth's cookie and by its token", async () => {
    const { user, sessionId, token, cookie } = await aSession();
    expect(await findSession(cookie)).toMatchObject({ user, sessionId, via: "cookie" });
    expect(await findSession(bearer(token))).toMatchObject({ user, sessionId, via: "bearer" });
  });

  it("ends with log-out, for a cookie and a token that were kept (SECURITY 4)", async () => {
    const { user, sessionId, token, cookie } = await aSession();
    await endSession({ user, sessionId });
    expect(await findSession(cookie)).toBeNull();
    expect(await findSession(bearer(token))).toBeNull();
  });

  it("ends with all others of the account when its session version moves on (SECURITY 4)", async () => {
    const { user, token, cookie } = await aSession();
    await setVersion(user.id, 2);
    expect(await findSession(cookie)).toBeNull();
    expect(await findSession(bearer(token))).toBeNull();
  });

  it("is nobody else's: neither a guessed secret nor a cookie signed elsewhere opens it (SECURITY 5)", async () => {
    const { user, sessionId, token } = await aSession();
    expect(await findSession(await cookieHeader(user.id, sessionId, "x".repeat(32)))).toBeNull();
    expect(await findSession(bearer(token.replace(/.$/, (last) => (last === "A" ? "E" : "A"))))).toBeNull();
    expect(await findSession(bearer(`sd_${user.id}.${sessionId}`))).toBeNull();
  });

  it("is stored by the hash of its secret, which carries 256 bits (SECURITY 5)", async () => {
    const { user, token } = await aSession();
    const secret = token.split(".").at(-1) ?? "";
    const command = new QueryCommand({
      TableName: table(),
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": keys.user(user.id).pk },
    });
    const { Items } = await dynamo().send(command);
    expect(Buffer.from(secret, "base64url")).toHaveLength(32);
    expect(JSON.stringify(Items)).toContain("TOKEN#");
    expect(JSON.stringify(Items)).not.toContain(secret);
  });
});

describe("the end of a session", () => {
  const usesOf = (userId: string, sessionId: string) => (day: number) =>
    checkSession(userId, sessionId, "cookie", onDay(day));

  it("comes after 30 idle days, though its row is still there (SECURITY 7, 29)", async () => {
    const { id } = await aUser();
    const { sessionId, expiresAt } = await beginSession(id, 1, BEGAN);
    expect(expiresAt).toBe(onDay(30).toISOString());
    expect(await usesOf(id, sessionId)(30)).toBeNull();
    expect(await usesOf(id, sessionId)(29.9)).not.toBeNull();
  });

  it("moves on with each day of use, to 90 days at most (SECURITY 7)", async () => {
    const { id } = await aUser();
    const { sessionId } = await beginSession(id, 1, BEGAN);
    const use = usesOf(id, sessionId);
    expect([await use(29), await use(58), await use(87), await use(89.9)]).not.toContain(null);
    expect(await use(90)).toBeNull();
  });

  it("is written once a day, however often the session is used (SECURITY 7)", async () => {
    const { id } = await aUser();
    const { sessionId } = await beginSession(id, 1, BEGAN);
    const use = usesOf(id, sessionId);
    const expiresAfter = async (day: number) => {
      await use(day);
      const command = new GetCommand({ TableName: table(), Key: keys.token(id, sessionId), ConsistentRead: true });
      return Number((await dynamo().send(command)).Item?.expires);
    };
    expect(await expiresAfter(0.9)).toBe(onDay(30).getTime() / 1000);
    expect(await expiresAfter(1)).toBe(onDay(31).getTime() / 1000);
    expect(await expiresAfter(1.9)).toBe(onDay(31).getTime() / 1000);
  });

  it("does not come undone by a use at the moment of log-out (SECURITY 4)", { repeats: 49 }, async () => {
    const user = await aUser();
    const { sessionId } = await beginSession(user.id, 1, BEGAN);
    const uses = Array.from({ length: 4 }, () => usesOf(user.id, sessionId)(2));
    await Promise.all([...uses, endSession({ user, sessionId })]);
    expect(await usesOf(user.id, sessionId)(2)).toBeNull();
  });
});
