import { processWide } from "@/lib/process-wide";

/** What is learned of a request while it is answered, for the line that the transport writes at its end. */
type Notes = { userId?: string };

const open = () => processWide("requests", () => new Map<string, Notes>());

/** The header by which the transport names a request; a client's own is overwritten. */
export const REQUEST_ID_HEADER = "x-request-id";

/** Begins the notes of a request. */
export const beginNotes = (requestId: string): void => void open().set(requestId, {});

/** Writes down who somebody turned out to be. */
export function noteUser(headers: Headers, userId: string): void {
  const notes = open().get(headers.get(REQUEST_ID_HEADER) ?? "");
  if (notes) notes.userId = userId;
}

/** What was noted, once. */
export function endNotes(requestId: string): Notes {
  const notes = open().get(requestId) ?? {};
  open().delete(requestId);
  return notes;
}
