import { beforeAll, expect, it } from "vitest";
import { startBehindCloudFront } from "@/e2e/support/delivery-ways";
import { aFileOf, aPerson, type Person, send } from "@/e2e/support/http-client";

let drive: Awaited<ReturnType<typeof startBehindCloudFront>>;
let ada: Person;
beforeAll(async () => {
  drive = await startBehindCloudFront();
  ada = await aPerson(drive.url);
  return drive.stop;
});

async function addressOf(content: string) {
  const { id } = await aFileOf(ada, `${content}.txt`, content);
  return (await ada.call("GET", `/api/files/${id}/content`)).headers.get("location") ?? "";
}

it("downloads come from the distribution, uploads go to the store", async () => {
  const started = await ada.call("POST", "/api/upload", { parentId: "root", name: "up.bin", size: 1 });
  expect(new URL(started.body.parts[0].url).origin).not.toBe(drive.distribution);
  expect(new URL(await addressOf("down")).origin).toBe(drive.distribution);
});

it("pages may show and fetch what the distribution gives, and what the store takes (SECURITY 24)", async () => {
  const { headers } = await send("GET", `${drive.url}/login`, undefined, { accept: "text/html" });
  const policy = headers.get("content-security-policy") ?? "";
  const rules = policy.split("; ").filter((rule) => rule.includes(drive.distribution));
  expect(rules.map((rule) => rule.split(" ")[0])).toEqual(["img-src", "media-src", "connect-src"]);
  expect(rules.map((rule) => rule.match(/http:/g)?.length)).toEqual([2, 2, 2]);
});

it("an address that somebody signed with another key, or for another time, opens nothing (SECURITY 19)", async () => {
  const address = await addressOf("signed");
  const other = await addressOf("other");
  const swapped = address.replace(/Signature=[^&]+/, /Signature=[^&]+/.exec(other)?.[0] ?? "");
  const unsigned = address.replace(/&Expires=.*$/, "");
  const answers = await Promise.all([swapped, unsigned, address].map((url) => fetch(url)));
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 200]);
});
