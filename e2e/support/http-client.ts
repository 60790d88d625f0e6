import { createHash, randomBytes } from "node:crypto";

/** An answer with its body read: parsed when it is JSON, else text. */
// biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape, and says in an expectation which it wants.
export type Answer = { status: number; headers: Headers; body: any };

/** Sends one request as it stands. Redirects are answers, not followed. */
export async function exchange(url: string, init: RequestInit & { duplex?: "half" } = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: "manual", ...init });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "") && text !== "";
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

/** Sends one request: `body` goes as JSON. */
export function send(method: string, url: string, body?: unknown, headers: Record<string, string> = {}) {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const type: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
  return exchange(url, { method, ...sent, headers: { ...type, ...headers } });
}

/** Somebody with an account and a bearer token. */
export type Person = {
  id: string;
  email: string;
  token: string;
  /** The header that says who it is. */
  authorization: string;
  call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
};

export const PASSWORD = "correct horse battery";

/** Registers somebody new and logs in. @throws Error with the answer when either is refused. */
export async function aPerson(base: string): Promise<Person> {
  const email = `${randomBytes(8).toString("hex")}@example.com`;
  await send("POST", `${base}/api/auth/register`, { email, password: PASSWORD });
  const { status, body } = await send("POST", `${base}/api/auth/login`, { email, password: PASSWORD });
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  const authorization = `Bearer ${body.token}`;
  const call: Person["call"] = (method, path, input, headers) =>
    send(method, base + path, input, { authorization, ...headers });
  return { id: body.user.id, email, token: body.token, authorization, call };
}

export type Part = { partNumber: number; url: string; headers: Record<string, string> };

/** PUTs bytes to where they were signed to. */
export const put = (part: Part, body: Uint8Array<ArrayBuffer>): Promise<Response> =>
  fetch(part.url, { method: "PUT", headers: part.headers, body });

/** Uploads a small file by the presigned protocol; answers its entry. */
export async function aFileOf(
  person: Person,
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  parentId = "root",
) {
  const bytes = new Uint8Array(Buffer.from(content));
  const started = await person.call("POST", "/api/upload", { parentId, name, size: bytes.length, type: "text/plain" });
  await put(started.body.parts[0], bytes);
  const { status, body } = await person.call("POST", `/api/upload/${started.body.id}/complete`, {});
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

/** SHA-256 in hex. */
export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
