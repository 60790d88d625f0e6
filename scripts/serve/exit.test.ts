import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Worker } from "node:worker_threads";
import { expect, it, onTestFinished } from "vitest";
import { exitOf } from "./exit";

const COUNT = 30;

// In a thread of its own: it connects while ours is busy.
const CLIENT = `
const { parentPort, workerData } = require("node:worker_threads");
const { request } = require("node:http");
const ask = () => new Promise((resolve) => {
  const sent = request({ port: workerData.port, host: "127.0.0.1", method: "POST", agent: false });
  sent.on("socket", (socket) => socket.once("connect", () => Atomics.add(workerData.connected, 0, 1)));
  sent.on("response", (response) => { response.resume(); resolve(response.statusCode); });
  sent.on("error", (error) => resolve(error.code));
  sent.end();
});
Promise.all(Array.from({ length: ${COUNT} }, ask)).then((answers) => parentPort.postMessage(answers));
`;

it("answers those too whose connection waited to be taken when it began to close (SECURITY 35)", async () => {
  const server = createServer((_, response) => void response.end());
  const exit = exitOf(server);
  server.on("request", (_, response) => exit.mind(response));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const connected = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(CLIENT, { eval: true, workerData: { port, connected } });
  onTestFinished(() => void worker.terminate());
  const answers = once(worker, "message");
  // Not a wait in the test's loop: it is what keeps the loop busy, until all of them wait at the door.
  while (Atomics.load(connected, 0) < COUNT) Atomics.wait(connected, 0, Atomics.load(connected, 0), 5);
  await exit.drain(5000);
  expect((await answers)[0]).toEqual(Array(COUNT).fill(200));
});
