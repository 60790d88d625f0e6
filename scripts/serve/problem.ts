import type { ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { problemResponse, toAppError } from "@/lib/http/problem";

/** Answers a refused request with the problem document that every other refusal has. */
export async function sendProblem(response: ServerResponse, error: unknown, requestId: string): Promise<void> {
  const problem = problemResponse(toAppError(error, requestId), requestId);
  const body = await problem.text();
  response.setHeaders(problem.headers);
  // What is left of the body is not worth reading.
  response.setHeader("connection", "close");
  response.writeHead(problem.status);
  response.end(body);
}

const LINES: Record<string, string> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

/** Answers what was not even HTTP, or too much of it. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const line = LINES[error.code ?? ""] ?? "400 Bad Request";
  socket.end(`HTTP/1.1 ${line}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
