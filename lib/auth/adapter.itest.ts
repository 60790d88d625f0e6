import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { expect, it } from "vitest";
import { aUser, manyTimes, settle } from "@/e2e/support/builders";
import { dynamo, table } from "@/lib/aws/dynamo";
import { keys } from "@/lib/aws/keys";
import { newId } from "@/lib/ids";
import { findUser, usageOf } from "@/lib/users/users";
import { accountAdapter } from "./adapter";
import { logIn, register } from "./auth";

const password = "correct horse battery";
const { createUser, getUserByAccount, getUserByEmail, linkAccount } = accountAdapter();

type Profile = { id: string; email: string; name: string; emailVerified: null };
const aProfile = (): Profile => ({
  id: "ignored",
  email: `${newId().toLowerCase()}@example.com`,
  name: "Ada",
  emailVerified: null,
});
const accountOf = (userId: string) => ({
  userId,
  type: "oauth" as const,
  provider: "github",
  providerAccountId: newId(),
  access_token: "a token of the provider",
});

/** Somebody's first log-in by a provider, in the steps that next-auth takes. */
async function arrive(profile: Profile) {
  const made = await createUser?.(profile);
  const account = accountOf(made?.id ?? "");
  await linkAccount?.(account);
  return account;
}

it("gives an account that comes by a provider all that registration gives (SECURITY 6)", async () => {
  const profile = aProfile();
  const { userId } = await arrive({ ...profile, email: ` ${profile.email.toUpperCase()} ` });
  const user = await findUser(userId);
  expect(user).toMatchObject({ email: profile.email, name: "Ada", sessionVersion: 1 });
  expect(Date.now() - Date.parse(user?.createdAt ?? "")).toBeLessThan(60_000);
  expect(await usageOf(userId)).toMatchObject({ usedBytes: 0, quotaBytes: 10 * 1024 ** 3 });
});

it("keeps its address from whoever registers with it, and opens to no password (SECURITY 6)", async () => {
  const profile = aProfile();
  await arrive(profile);
  const input = { email: profile.email, password };
  await expect(register(input, newId())).rejects.toMatchObject({ code: "email_taken" });
  await expect(logIn(input, newId())).rejects.toMatchObject({ code: "invalid_credentials" });
});

it("doubles no address, however many come with it at once (SECURITY 6, 28)", { repeats: 49 }, async () => {
  const profile = aProfile();
  const comers = manyTimes(8, () => arrive(profile));
  expect(await settle(comers)).toEqual({ won: 1, codes: Array(7).fill("email_taken") });
});

it("keeps no address for somebody who got no further than being made (SECURITY 26)", async () => {
  const profile = aProfile();
  await createUser?.(profile);
  expect(await getUserByEmail?.(profile.email)).toBeNull();
  expect(await register({ email: profile.email, password }, newId())).toMatchObject({ email: profile.email });
});

it("finds an address that was registered, so that next-auth links nothing to it by itself (SECURITY 6)", async () => {
  const ada = await aUser();
  expect(await getUserByEmail?.(ada.email.toUpperCase())).toMatchObject({ id: ada.id, email: ada.email });
  expect(await getUserByEmail?.("nobody@example.com")).toBeNull();
  expect(await getUserByEmail?.("no address")).toBeNull();
});

it("finds an account again by its provider, and one that was linked to it later", async () => {
  const first = await arrive(aProfile());
  const second = accountOf(first.userId);
  await linkAccount?.(second);
  const user = { id: first.userId, sessionVersion: 1 };
  expect(await getUserByAccount?.(first)).toMatchObject(user);
  expect(await getUserByAccount?.(second)).toMatchObject(user);
});

it("keeps no token of a provider (SECURITY 5)", async () => {
  const { userId } = await arrive(aProfile());
  const command = new QueryCommand({
    TableName: table(),
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": keys.user(userId).pk },
  });
  const { Items } = await dynamo().send(command);
  expect(JSON.stringify(Items)).toContain("ACCOUNT#github");
  expect(JSON.stringify(Items)).not.toContain("a token of the provider");
});

it("refuses a provider's profile without an e-mail address", async () => {
  const refused = createUser?.({ ...aProfile(), email: "" });
  await expect(refused).rejects.toMatchObject({ code: "validation_failed" });
});
