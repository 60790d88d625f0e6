import { createVerify } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { GetObjectCommand, HeadObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { bucket, s3Settings } from "@/lib/aws/s3";
import { env } from "@/lib/env";

type Key = { id: string; publicKey: string };

// What the distribution's policies pass on (docs/downloads-by-cloudfront.md); all else stays behind.
const PASSED_ON = ["range", "if-range", "if-none-match", "if-match", "if-modified-since", "origin"];
const HANDED_BACK = /^(access-control-.*|accept-ranges|cache-control|content-.*|etag|last-modified|vary)$/;

/**
 * Stands where CloudFront does: gives what is asked for by an address that was signed with our key and has not expired, and
 * asks the bucket for it under a signature of its own, as an origin access control does.
 */
export async function startCloudFront(key: Key): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    answer(request, response, key).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const url = `http://127.0.0.1:${address && typeof address === "object" ? address.port : 0}`;
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { url, stop };
}

async function answer(request: IncomingMessage, response: ServerResponse, key: Key): Promise<void> {
  const { method = "", url = "", headers } = request;
  const asked = `http://${headers.host}${url}`;
  if (!["GET", "HEAD"].includes(method) || !isAllowed(asked, key)) {
    response.writeHead(403).end("<Error><Code>AccessDenied</Code></Error>");
    return;
  }
  const passed = Object.entries(headers).filter(([name]) => PASSED_ON.includes(name));
  const origin = await fetch(await addressInBucket(method, new URL(asked)), {
    method,
    headers: Object.fromEntries(passed.map(([name, value]) => [name, String(value)])),
  });
  for (const [name, value] of origin.headers) if (HANDED_BACK.test(name)) response.setHeader(name, value);
  response.writeHead(origin.status);
  response.end(Buffer.from(await origin.arrayBuffer()));
}

/** By AWS's rules for a canned policy: what was signed is the address without the three parameters, and the end of its time. */
function isAllowed(address: string, { id, publicKey }: Key, now = Date.now()): boolean {
  const [, resource = "", expires = "", keyPairId, signature = "", algorithm] =
    /^(.*)[?&]Expires=(\d+)&Key-Pair-Id=(\w+)&Signature=([^&]+)&Hash-Algorithm=(\w+)$/.exec(address)?.map(String) ?? [];
  const policy = {
    Statement: [{ Resource: resource, Condition: { DateLessThan: { "AWS:EpochTime": Number(expires) } } }],
  };
  const base64 = signature.replaceAll("-", "+").replaceAll("_", "=").replaceAll("~", "/");
  const isSigned = createVerify("RSA-SHA256").update(JSON.stringify(policy)).verify(publicKey, base64, "base64");
  return isSigned && keyPairId === id && algorithm === "SHA256" && Number(expires) * 1000 > now;
}

async function addressInBucket(method: string, { pathname, searchParams }: URL): Promise<string> {
  const named = { Bucket: bucket(), Key: decodeURIComponent(pathname.slice(1)) };
  const given = (name: string) => searchParams.get(`response-${name}`) ?? undefined;
  const asked = {
    ResponseContentDisposition: given("content-disposition"),
    ResponseContentType: given("content-type"),
    ResponseCacheControl: given("cache-control"),
  };
  const command = method === "HEAD" ? new HeadObjectCommand(named) : new GetObjectCommand({ ...named, ...asked });
  return getSignedUrl(new S3Client(s3Settings(env().S3_ENDPOINT)), command, { expiresIn: 60 });
}
