import { EventEmitter, once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it, vi } from "vitest";
import { parseTrust } from "./client-address";
import { createTransport, type Handler, type Transport } from "./server";

vi.stubEnv("AUTH_SECRET", "for tests alone, for tests alone, for tests alone");

const echo: Handler = async (request, response) => {
  response.end(JSON.stringify(request.headers));
};

const open: Transport[] = [];

async function listen(handle: Handler, { trust = "0", idleMs = 5000 } = {}) {
  const transport = createTransport(handle, { trust: parseTrust(trust), idleMs });
  open.push(transport);
  transport.server.listen(0, "127.0.0.1");
  await once(transport.server, "listening");
  const address = transport.server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  return { ...transport, port, url: `http://127.0.0.1:${port}` };
}

afterEach(async () => {
  await Promise.all(open.splice(0).map(({ drain }) => drain(0)));
});

describe("the app's transport", () => {
  it("drops what a client claims about itself (SECURITY 15)", async () => {
    const { url } = await listen(echo);
    const headers = { "x-forwarded-for": "6.6.6.6", "x-forwarded-host": "evil.example", "x-client-ip": "6.6.6.6" };
    const seen = await (await fetch(url, { headers })).json();
    expect(seen["x-client-ip"]).toBe("127.0.0.1");
    expect(seen).not.toHaveProperty("x-forwarded-host");
    expect(seen).not.toHaveProperty("x-forwarded-for");
  });

  it("drops what asks Next to render anew, whoever asks", async () => {
    const { url } = await listen(echo, { trust: "127.0.0.1" });
    const headers = { "x-prerender-revalidate": "a key", "x-prerender-revalidate-if-generated": "1" };
    const seen = await (await fetch(url, { headers })).json();
    expect(Object.keys(seen).filter((name) => name.startsWith("x-prerender"))).toEqual([]);
  });

  it("believes a trusted proxy", async () => {
    const { url } = await listen(echo, { trust: "127.0.0.1" });
    const headers = { "x-forwarded-for": "203.0.113.9", "x-forwarded-proto": "https", "x-real-ip": "6.6.6.6" };
    const seen = await (await fetch(url, { headers })).json();
    expect(seen).toMatchObject({ "x-client-ip": "203.0.113.9", "x-forwarded-proto": "https" });
    expect(seen).not.toHaveProperty("x-real-ip");
  });

  it("answers a problem document for a path that is no text (SECURITY 11)", async () => {
    const { url } = await listen(echo);
    const answer = await fetch(`${url}/s/%ff`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({ code: "not_found" });
  });

  it("cuts off a sender that falls silent (SECURITY 17)", async () => {
    const { port } = await listen(async (request) => void request.resume(), { idleMs: 100 });
    const socket = connect(port, "127.0.0.1");
    socket.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nabc");
    await expect(once(socket, "close")).resolves.toBeDefined();
  });

  it("lets a request in flight end before it stops (SECURITY 35)", async () => {
    const steps = new EventEmitter();
    const { url, drain } = await listen(async (_, response) => {
      steps.emit("arrived");
      await once(steps, "go on");
      response.end("done");
    });
    const arrived = once(steps, "arrived");
    const answer = fetch(url);
    await arrived;
    const drained = drain(5000);
    steps.emit("go on");
    expect(await (await answer).text()).toBe("done");
    await drained;
    await expect(fetch(url)).rejects.toThrow();
  });

  it("is not ready once it leaves, on connections that it has kept as well (SECURITY 35)", async () => {
    const { port, leave } = await listen(async (_, response) => void response.end("the app's answer"));
    const socket = connect(port, "127.0.0.1");
    const ask = () => socket.write("GET /api/ready HTTP/1.1\r\nhost: x\r\n\r\n");
    ask();
    const [ready] = await once(socket, "data");
    leave();
    ask();
    expect(String(ready)).toMatch(/^HTTP\/1\.1 200[\s\S]*connection: keep-alive/i);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 503[\s\S]*connection: close/i);
  });

  it("serves on while it leaves, and sends each client's next request elsewhere (SECURITY 35)", async () => {
    const steps = new EventEmitter();
    const { url, leave } = await listen(async (request, response) => {
      if (request.url === "/slow") {
        steps.emit("arrived");
        await once(steps, "go on");
      }
      response.end("served");
    });
    expect((await fetch(url)).headers.get("connection")).toBe("keep-alive");
    const arrived = once(steps, "arrived");
    const begun = fetch(`${url}/slow`);
    await arrived;
    leave();
    steps.emit("go on");
    const answers = [await begun, await fetch(url)];
    expect(answers.map(({ status, headers }) => `${status} ${headers.get("connection")}`)).toEqual([
      "200 close",
      "200 close",
    ]);
    expect((await fetch(`${url}/api/ready`)).status).toBe(503);
  });

  it("cuts off what has not ended when its time to drain is over (SECURITY 35)", async () => {
    const steps = new EventEmitter();
    const { url, drain } = await listen(async () => void steps.emit("arrived"));
    const arrived = once(steps, "arrived");
    const never = expect(fetch(url)).rejects.toThrow();
    await arrived;
    await Promise.all([never, drain(100)]);
  });
});
