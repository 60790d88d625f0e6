import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { Sha256 } from "@smithy/core/checksum";
import { escapeUri } from "@smithy/core/protocols";
import { SignatureV4 } from "@smithy/signature-v4";
import { storeError } from "./errors";
import { type Authorization, readAuthorization } from "./signature-parts";
import type { Target } from "./target";

export interface Credentials {
  accessKey: string;
  secretKey: string;
  region: string;
}

const SKEW_MS = 15 * 60 * 1000;
export const UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";

/** Signs with AWS's own code, so that what is accepted here is what AWS accepts. */
export function createVerifier(credentials: Credentials) {
  const signer = new SignatureV4({
    service: "s3",
    region: credentials.region,
    credentials: { accessKeyId: credentials.accessKey, secretAccessKey: credentials.secretKey },
    sha256: Sha256,
    uriEscapePath: false,
    applyChecksum: false,
  });
  return (request: IncomingMessage, target: Target, now: Date) => verify({ request, target, now, signer, credentials });
}

export type Verifier = ReturnType<typeof createVerifier>;

interface Attempt {
  request: IncomingMessage;
  target: Target;
  now: Date;
  signer: SignatureV4;
  credentials: Credentials;
}

/** @returns the payload hash that was signed. @throws when the request is not from who holds the secret. */
async function verify(attempt: Attempt): Promise<string> {
  const { request, target, now, credentials } = attempt;
  const authorization = readAuthorization(request.headers, target.query);
  if (authorization.region !== credentials.region) {
    const text = `The region '${authorization.region}' is wrong; expecting '${credentials.region}'`;
    throw storeError("AuthorizationHeaderMalformed", text);
  }
  if (authorization.accessKey !== credentials.accessKey) throw storeError("InvalidAccessKeyId");
  refuseUnsignedHeaders(request, authorization);
  refuseWrongTime(authorization, now);
  const payloadHash = payloadHashOf(request, target, authorization);
  const expected = await sign(attempt, authorization, payloadHash);
  const given = Buffer.from(authorization.signature);
  const wanted = Buffer.from(expected);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw storeError("SignatureDoesNotMatch");
  return payloadHash;
}

function refuseUnsignedHeaders(request: IncomingMessage, authorization: Authorization): void {
  if (!authorization.signedHeaders.has("host")) throw storeError("AccessDenied", "The host header must be signed.");
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith("x-amz-") && !authorization.signedHeaders.has(name)) {
      throw storeError("AccessDenied", `There were headers present in the request which were not signed: ${name}`);
    }
  }
}

function refuseWrongTime(authorization: Authorization, now: Date): void {
  const age = now.getTime() - authorization.date.getTime();
  if (authorization.expiresIn === undefined) {
    if (Math.abs(age) > SKEW_MS) throw storeError("RequestTimeTooSkewed");
    return;
  }
  if (age < -SKEW_MS) throw storeError("AccessDenied", "Request is not yet valid");
  if (age > authorization.expiresIn * 1000) throw storeError("AccessDenied", "Request has expired");
}

function payloadHashOf(request: IncomingMessage, target: Target, authorization: Authorization): string {
  const header = request.headers["x-amz-content-sha256"];
  if (typeof header === "string") return header;
  if (authorization.expiresIn !== undefined) return target.query.get("X-Amz-Content-Sha256") ?? UNSIGNED_PAYLOAD;
  throw storeError("InvalidRequest", "Missing required header for this request: x-amz-content-sha256");
}

async function sign(attempt: Attempt, authorization: Authorization, payloadHash: string): Promise<string> {
  const { request, target, signer } = attempt;
  const query = Object.fromEntries(target.query);
  delete query["X-Amz-Signature"];
  const headers = signedHeadersOf(request, authorization);
  const plain = { protocol: "http:", hostname: "", method: request.method ?? "GET", path: canonicalPath(target) };
  const unsigned = { ...plain, headers, query };
  const options = { signingDate: authorization.date, signableHeaders: authorization.signedHeaders };
  if (authorization.expiresIn === undefined) {
    const signed = await signer.sign(
      { ...unsigned, headers: { ...headers, "x-amz-content-sha256": payloadHash } },
      options,
    );
    return /Signature=([0-9a-f]{64})/.exec(signed.headers.authorization ?? "")?.[1] ?? "";
  }
  // The signer takes the hash of the payload from a header; as a header that is not signable it has no other effect.
  const hash: Record<string, string> = authorization.signedHeaders.has("x-amz-content-sha256")
    ? {}
    : { "x-amz-content-sha256": payloadHash };
  const signed = await signer.presign(
    { ...unsigned, headers: { ...headers, ...hash } },
    {
      ...options,
      expiresIn: authorization.expiresIn,
      unhoistableHeaders: new Set([...authorization.signedHeaders, "x-amz-content-sha256"]),
      unsignableHeaders: new Set(Object.keys(hash)),
    },
  );
  return String(signed.query?.["X-Amz-Signature"] ?? "");
}

function signedHeadersOf(request: IncomingMessage, authorization: Authorization): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of authorization.signedHeaders) {
    const value = request.headers[name];
    if (value === undefined) throw storeError("AccessDenied", `The signed header ${name} is missing.`);
    headers[name] = asUtf8(Array.isArray(value) ? value.join(",") : value);
  }
  return headers;
}

// Node.js gives header bytes as Latin-1 characters, but the signer encodes characters as UTF-8: only then are the bytes the same.
function asUtf8(value: string): string {
  const bytes = Buffer.from(value, "latin1");
  const text = bytes.toString("utf8");
  return Buffer.from(text, "utf8").equals(bytes) ? text : value;
}

const canonicalPath = ({ path }: Target): string => path.split("/").map(escapeUri).join("/");
