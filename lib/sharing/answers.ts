import "server-only";
import { contentDisposition, safeDelivery } from "@/lib/aws/content-disposition";
import { AppError, type ErrorCode } from "@/lib/errors";
import { type Opened, openShare, requireDownload, signPreview, takeDownload, takeZip } from "@/lib/sharing/visit";

/** Answers `GET /s/{id}` of a program: a folder's list, or the file itself. */
export const openAnswer = (shareId: string, request: Request): Promise<Response> =>
  orPage(shareId, request, async () => {
    const opened = await openShare(shareId, request.headers);
    return opened.entry.kind === "folder" ? redirect(`/s/${shareId}/files`) : deliver(opened, request);
  });

/** Answers a download of what is shared, or of something in the shared folder: a file by redirect, a folder as a ZIP. */
export const downloadAnswer = (shareId: string, request: Request, fileId?: string): Promise<Response> =>
  orPage(shareId, request, async () => deliver(await openShare(shareId, request.headers, fileId), request));

/** Answers a look at a shared file, or at one in the shared folder: its bytes come by redirect, and nothing is counted. */
export const previewAnswer = (shareId: string, request: Request, fileId?: string): Promise<Response> =>
  orPage(shareId, request, async () => {
    const address = await signPreview(await openShare(shareId, request.headers, fileId), request.headers);
    return isLook(request) ? new Response(null) : redirect(address);
  });

async function deliver(opened: Opened, request: Request): Promise<Response> {
  if (isLook(request)) return lookAnswer(opened);
  if (opened.entry.kind === "file") return redirect(await takeDownload(opened, request.headers));
  return new Response(await takeZip(opened, request.headers), { headers: headersOf(opened) });
}

// Next runs GET for HEAD, and browsers fetch ahead: neither is a download, and neither gets a signed address (SECURITY 13).
function isLook({ method, headers }: Request): boolean {
  const purpose = headers.get("sec-purpose") ?? headers.get("purpose") ?? "";
  return method === "HEAD" || purpose.includes("prefetch") || headers.has("next-router-prefetch");
}

function lookAnswer(opened: Opened): Response {
  requireDownload(opened);
  return new Response(null, { status: 200, headers: headersOf(opened) });
}

// Compressed on the way, a file would lose its length and a ZIP its time (SECURITY 21).
function headersOf({ entry: { kind, name, type } }: Opened): Record<string, string> {
  const isFolder = kind === "folder";
  return {
    "content-type": isFolder ? "application/zip" : safeDelivery(type ?? "", "attachment").type,
    "content-disposition": contentDisposition("attachment", isFolder ? `${name}.zip` : name),
    "cache-control": "private, no-store, no-transform",
    "referrer-policy": "no-referrer",
  };
}

const redirect = (location: string): Response =>
  new Response(null, { status: 302, headers: { location, "referrer-policy": "no-referrer" } });

// What the link's page says better than a document for programs: it asks for the password, or tells kindly what has ended.
const TOLD_BY_PAGE: ReadonlySet<ErrorCode> = new Set(["unauthenticated", "gone", "not_found", "forbidden"]);

async function orPage(shareId: string, request: Request, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    const isPerson = request.headers.get("accept")?.includes("text/html");
    if (isPerson && error instanceof AppError && TOLD_BY_PAGE.has(error.code)) return redirect(`/s/${shareId}`);
    throw error;
  }
}
