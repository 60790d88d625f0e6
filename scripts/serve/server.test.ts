import { EventEmitter, once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import { parseTrust } from "./client-address";
import { createTransport, type Handler, type Transport } from "./server";

const echo: Handler = async (request, response) => {
  response.end(JSON.stringify(request.headers));
};

const open: Transport[] = [];

async function listen(handle: Handler, { trust = "0", idleMs = 5000 } = {}) {
  const transport = createTransport(handle, parseTrust(trust), idleMs);
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

  it("is not ready while it drains, whatever the app behind it says (SECURITY 35)", async () => {
    const steps = new EventEmitter();
    const { server, port, drain } = await listen(async (_, response) => {
      steps.emit("arrived");
      await once(steps, "go on");
      response.end("the app's answer");
    });
    const arrived = once(steps, "arrived");
    const socket = connect(port, "127.0.0.1");
    socket.write("GET /api/ready HTTP/1.1\r\nhost: x\r\n\r\n");
    await arrived;
    const drained = drain(5000);
    const asked = once(server, "request");
    socket.write("GET /api/ready HTTP/1.1\r\nhost: x\r\n\r\n");
    await asked;
    steps.emit("go on");
    const said = await text(socket);
    await drained;
    expect(said.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 200", "HTTP/1.1 503"]);
    expect(said).toMatch(/connection: close/i);
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
