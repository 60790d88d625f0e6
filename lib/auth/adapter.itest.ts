import { expect, it } from "vitest";
import { aUser, manyTimes, settle } from "@/e2e/support/builders";
import { newId } from "@/lib/ids";
import { findUser, usageOf } from "@/lib/users/users";
import { accountAdapter } from "./adapter";
import { logIn, register } from "./auth";

const password = "correct horse battery";
const aProfile = () => ({
  id: "ignored",
  email: `${newId().toLowerCase()}@example.com`,
  name: "Ada",
  emailVerified: null,
});
const { createUser, getUserByAccount, getUserByEmail, linkAccount } = accountAdapter();

it("gives an account that comes by a provider all that registration gives (SECURITY 6)", async () => {
  const profile = aProfile();
  const made = await createUser?.({ ...profile, email: ` ${profile.email.toUpperCase()} ` });
  const user = await findUser(made?.id ?? "");
  expect(user).toMatchObject({ email: profile.email, name: "Ada", sessionVersion: 1 });
  expect(Date.now() - Date.parse(user?.createdAt ?? "")).toBeLessThan(60_000);
  expect(await usageOf(made?.id ?? "")).toMatchObject({ usedBytes: 0, quotaBytes: 10 * 1024 ** 3 });
});

it("keeps its address from whoever registers with it, and opens to no password (SECURITY 6)", async () => {
  const { email } = (await createUser?.(aProfile())) ?? { email: "" };
  await expect(register({ email, password }, newId())).rejects.toMatchObject({ code: "email_taken" });
  await expect(logIn({ email, password }, newId())).rejects.toMatchObject({ code: "invalid_credentials" });
});

it("doubles no address that has an account, however many come at once (SECURITY 6, 28)", async () => {
  const profile = aProfile();
  const comers = manyTimes(8, async () => createUser?.(profile));
  expect(await settle(comers)).toEqual({ won: 1, codes: Array(7).fill("email_taken") });
});

it("finds an address that was registered, so that next-auth links nothing to it by itself (SECURITY 6)", async () => {
  const ada = await aUser();
  expect(await getUserByEmail?.(ada.email.toUpperCase())).toMatchObject({ id: ada.id, email: ada.email });
  expect(await getUserByEmail?.("nobody@example.com")).toBeNull();
  expect(await getUserByEmail?.("no address")).toBeNull();
});

it("finds an account again by its provider", async () => {
  const made = await createUser?.(aProfile());
  const account = { provider: "github", providerAccountId: newId(), type: "oauth" as const, userId: made?.id ?? "" };
  await linkAccount?.(account);
  expect(await getUserByAccount?.(account)).toMatchObject({ id: made?.id, sessionVersion: 1 });
});

it("refuses a provider's profile without an e-mail address", async () => {
  const refused = createUser?.({ ...aProfile(), email: "" });
  await expect(refused).rejects.toMatchObject({ code: "validation_failed" });
});
