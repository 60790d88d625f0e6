/**
 * The one builder of Content-Disposition (SECURITY 19): RFC 6266 with an ASCII name for old readers and RFC 8187 for the
 * rest. Quotes, back slashes, line ends and everything beyond ASCII never reach the quoted form.
 */
export function contentDisposition(disposition: "inline" | "attachment", name: string): string {
  const ascii = name
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[^\x20-\x7e]|["\\%;]/g, "_");
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${disposition}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

const INLINE = /^(image\/(png|jpeg|gif|webp|avif|bmp)|application\/pdf|audio\/[\w.+-]+|video\/[\w.+-]+|text\/plain)$/;

/** How a content may be shown: types off the allow-list go out as an attachment of no type (SECURITY 20). */
export function safeDelivery(type: string, wanted: "inline" | "attachment") {
  const bare = type.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!INLINE.test(bare)) return { type: "application/octet-stream", disposition: "attachment" as const };
  return { type: bare === "text/plain" ? "text/plain; charset=utf-8" : bare, disposition: wanted };
}
