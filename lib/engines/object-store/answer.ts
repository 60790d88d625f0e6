import type { IncomingMessage, ServerResponse } from "node:http";
import type { Reply, Stream } from "./context";
import { isStoreError, storeError, systemCode } from "./errors";
import { document, element } from "./xml";

/** Writes an answer. A HEAD gets all of it but the bytes. */
export async function send(request: IncomingMessage, response: ServerResponse, reply: Reply): Promise<void> {
  const { status, headers = {}, xml, stream } = reply;
  const text = xml === undefined ? undefined : Buffer.from(xml);
  const length = stream?.length ?? text?.length ?? 0;
  const hasLength = status !== 204 && status !== 304;
  try {
    if (text) response.setHeader("content-type", "application/xml");
    response.writeHead(status, { ...headers, ...(hasLength ? { "content-length": length } : {}) });
    if (request.method === "HEAD") response.end();
    else if (stream) await sendStream(response, stream);
    else response.end(text);
  } finally {
    stream?.release();
  }
}

async function sendStream(response: ServerResponse, stream: Stream): Promise<void> {
  for await (const pieces of stream.read()) {
    if (response.destroyed) return;
    response.cork();
    for (const piece of pieces) response.write(piece);
    response.uncork();
    if (response.writableNeedDrain && !response.destroyed) await roomToWrite(response);
  }
  response.end();
}

function roomToWrite(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off("drain", done);
      response.off("close", done);
      resolve();
    };
    response.on("drain", done);
    response.on("close", done);
  });
}

/** The answer to what was thrown; a fault of ours is reported by the caller. */
export function replyOf(error: unknown, about: { resource: string; requestId: string; isHead: boolean }): Reply {
  const answer = isStoreError(error) ? error : storeError(isFull(error) ? "InsufficientStorage" : "InternalError");
  if (about.isHead || answer.status === 304) return { status: answer.status, headers: answer.headers };
  const xml = document(
    "Error",
    element("Code", answer.storeCode),
    element("Message", answer.message),
    element("Resource", about.resource),
    element("RequestId", about.requestId),
  ).replace(' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"', "");
  return { status: answer.status, headers: answer.headers, xml };
}

const isFull = (error: unknown): boolean => systemCode(error) === "ENOSPC" || systemCode(error) === "EDQUOT";
