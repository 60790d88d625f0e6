import { randomBytes } from "node:crypto";
import { once } from "node:events";
import http from "node:http";

const MIB = 1024 * 1024;
const block = randomBytes(MIB);

async function answerOf(request: http.ClientRequest, megabytes: number | null): Promise<void> {
  const [response]: http.IncomingMessage[] = await once(request, "response");
  if (!response) throw new Error("no answer");
  let bytes = 0;
  for await (const chunk of response) bytes += chunk.length;
  const isGood = (response.statusCode ?? 500) < 300 && (megabytes === null || bytes === megabytes * MIB);
  if (!isGood) throw new Error(`answered ${response.statusCode} and ${bytes} bytes`);
}

/** PUTs that many MiB of noise, as fast as the other side takes it. */
export async function putStream(url: string, megabytes: number): Promise<void> {
  const request = http.request(url, { method: "PUT", headers: { "content-length": megabytes * MIB } });
  const answered = answerOf(request, null);
  for (let sent = 0; sent < megabytes; sent += 1) if (!request.write(block)) await once(request, "drain");
  request.end();
  await answered;
}

/** GETs a file of that many MiB, looking at none of it. */
export async function getStream(url: string, megabytes: number): Promise<void> {
  const request = http.get(url);
  await answerOf(request, megabytes);
}
