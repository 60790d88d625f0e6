import { type NextRequest, NextResponse } from "next/server";
import { downloadOrigin } from "@/lib/aws/cloudfront";
import { env, isHttps } from "@/lib/env";
import { contextOf, hostOf, PAGE_HEADER } from "@/lib/http/context";
import { refuseCrossOrigin } from "@/lib/http/origin";
import { toAppError } from "@/lib/http/problem";
import { problemAnswer } from "@/lib/http/problem-page";
import { Id } from "@/lib/id";
import { isEnded } from "@/lib/sharing/visit";

/**
 * The headers of every document (SECURITY 24), and the door of every form: Next itself lets a page's form in from another
 * site when the browser names no origin (SECURITY 14). It keeps to pages: bodies through a proxy are cut at 10 MB.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  try {
    refuseCrossOrigin(request);
    return withHeaders(request, await statusOf(request));
  } catch (error) {
    const context = contextOf(request.headers);
    return problemAnswer(request, toAppError(error, context.requestId), context);
  }
}

// A page can't choose its own status, and an ended link is 410 for a browser too (API.md, Sharing). What the page draws is
// asked of the domain again when it is drawn.
async function statusOf({ method, nextUrl }: NextRequest): Promise<number | undefined> {
  const shareId = Id.safeParse(/^\/s\/([^/]+)$/.exec(nextUrl.pathname)?.[1]).data;
  return shareId && method === "GET" && (await isEnded(shareId)) ? 410 : undefined;
}

function withHeaders(request: NextRequest, status: number | undefined): NextResponse {
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentSecurityPolicy(nonce, [storeOrigin(request), downloadOrigin()].filter(Boolean).join(" "));
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set(PAGE_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers }, status });
  const isShare = request.nextUrl.pathname.startsWith("/s/");
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("referrer-policy", isShare ? "no-referrer" : "same-origin");
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  response.headers.set("cache-control", "private, no-store");
  if (isHttps()) response.headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  return response;
}

function storeOrigin(request: NextRequest): string {
  const { S3_PUBLIC_ENDPOINT, S3_ENDPOINT, S3_BUCKET, AWS_REGION } = env();
  const endpoint = S3_PUBLIC_ENDPOINT?.replace("{host}", hostOf(request.headers) ?? "localhost") ?? S3_ENDPOINT;
  return endpoint ? new URL(endpoint).origin : `https://${S3_BUCKET}.s3.${AWS_REGION}.amazonaws.com`;
}

function contentSecurityPolicy(nonce: string, store: string): string {
  const isDev = env().NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    `img-src 'self' data: blob: ${store}`,
    `media-src 'self' blob: ${store}`,
    `connect-src 'self' ${store}${isDev ? " ws:" : ""}`,
    "font-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export const config = {
  matcher: [
    "/((?!api/(?!docs$)|_next/static|icon\\.svg$|apple-icon\\.png$|icons/|favicon\\.ico$|upload$|files$|s/[^/]+/(?:download|files|open|preview)$).*)",
  ],
};
