import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { expect, it } from "vitest";
import { startEnginesForCopies } from "@/e2e/support/copies";
import { aPerson, PASSWORD, type Person } from "@/e2e/support/http-client";
import { seedEntries } from "@/e2e/support/seed";
import { dynamo, indexes, table } from "@/lib/aws/dynamo";

const start = await startEnginesForCopies();

const BOUNDARY = "a-boundary";
const FORM = [
  `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="slow.txt"\r\n\r\nfirst half, `,
  `second half\r\n--${BOUNDARY}--\r\n`,
] as const;

/** Sends half of a file as a form; `finish` sends the rest and answers what came back. */
async function beginForm(url: string, { authorization, call }: Person) {
  const type = `multipart/form-data; boundary=${BOUNDARY}`;
  const headers = { authorization, "content-type": type, "content-length": FORM.join("").length };
  const sent = request(`${url}/api/upload`, { method: "POST", headers });
  sent.write(FORM[0]);
  await expect.poll(async () => (await call("GET", "/api/usage")).body.reservedBytes).toBeGreaterThan(0);
  const finish = async () => {
    sent.end(FORM[1]);
    const [answer]: IncomingMessage[] = await once(sent, "response");
    answer?.resume();
    return { status: answer?.statusCode, connection: answer?.headers.connection };
  };
  const cutOff = new Promise<string>((resolve) => sent.once("error", (error) => resolve(error.message)));
  return { finish, cutOff };
}

/** Asks over a kept connection, as a balancer does. */
async function ask(agent: Agent, url: string) {
  const [answer]: IncomingMessage[] = await once(request(url, { agent }).end(), "response");
  answer?.resume();
  return `${answer?.statusCode} ${answer?.headers.connection}`;
}

const refusal = (url: string) =>
  fetch(url).then(
    ({ status }) => status,
    (error: Error) => Reflect.get(Object(error.cause), "code"),
  );

it("a copy that is stopped says so while it serves on, ends what is in flight, and exits with 0 (SECURITY 35)", async () => {
  const copy = await start({ DRAIN_DELAY_SECONDS: "2" });
  const ada = await aPerson(copy.url);
  const agent = new Agent({ keepAlive: true });
  expect(await ask(agent, `${copy.url}/api/ready`)).toBe("200 keep-alive");
  const form = await beginForm(copy.url, ada);
  copy.child.kill("SIGTERM");
  await expect.poll(() => ask(agent, `${copy.url}/api/ready`)).toBe("503 close");
  expect(await ask(agent, `${copy.url}/api/health`)).toBe("200 close");
  expect((await ada.call("POST", "/api/folders", { parentId: "root", name: "late" })).status).toBe(201);
  await expect.poll(() => refusal(`${copy.url}/api/health`), { timeout: 10_000 }).toBe("ECONNREFUSED");
  expect(await form.finish()).toMatchObject({ status: 201, connection: "close" });
  const finished = Date.now();
  expect(await copy.ended).toBe(0);
  expect(Date.now() - finished).toBeLessThan(5000);
  agent.destroy();
});

it("without a delay it takes no connection any more, and cuts off after 20 s what does not end (SECURITY 35)", async () => {
  const copy = await start();
  const ada = await aPerson(copy.url);
  const { cutOff } = await beginForm(copy.url, ada);
  const asked = Date.now();
  copy.child.kill("SIGTERM");
  await expect.poll(() => refusal(`${copy.url}/api/ready`)).toBe("ECONNREFUSED");
  expect(await copy.ended).toBe(0);
  expect(Date.now() - asked).toBeGreaterThan(19_500);
  expect(Date.now() - asked).toBeLessThan(22_000);
  expect(await cutOff).toMatch(/socket hang up|ECONNRESET/);
});

/** Of the jobs that there are, whether each is held by a copy. */
async function leases(): Promise<boolean[]> {
  const command = new QueryCommand({
    TableName: table(),
    IndexName: indexes.gsi1,
    KeyConditionExpression: "GSI1PK = :jobs",
    ExpressionAttributeValues: { ":jobs": "JOBS" },
  });
  const { Items } = await dynamo().send(command);
  return (Items ?? []).map(({ leaseUntil }) => Number(leaseUntil) > Date.now() / 1000);
}

it("a copy that is stopped hands its job over, and another ends it without waiting for the lease (SECURITY 35)", async () => {
  const first = await start();
  const ada = await aPerson(first.url);
  const seeds = Array.from({ length: 200 }, (_, index) => ({ kind: "folder", name: `folder ${index}` }) as const);
  await seedEntries(ada.id, seeds);
  expect((await ada.call("DELETE", "/api/me", { password: PASSWORD })).status).toBe(204);
  await expect.poll(leases, { timeout: 30_000, interval: 20 }).toEqual([true]);
  first.child.kill("SIGTERM");
  expect(await first.ended).toBe(0);
  expect(await leases()).toEqual([false]);
  expect(await first.events()).toContainEqual(expect.objectContaining({ event: "job.handed_over" }));
  const second = await start();
  // The job itself is not hurried: what is shown is that nobody waits a minute for the lease of a copy that is gone.
  await expect.poll(leases, { timeout: 55_000 }).toEqual([]);
  second.child.kill("SIGTERM");
  expect(await second.ended).toBe(0);
});
