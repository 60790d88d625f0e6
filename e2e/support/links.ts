import type { Person } from "./http-client";

/** Makes a link; answers its id. @throws Error when it is refused. */
export async function aLink(person: Person, entryId: string, fields: object = {}): Promise<string> {
  const { status, body } = await person.call("POST", `/api/files/${entryId}/shares`, fields);
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body.id;
}

/** What a program sends to give a link's password. */
export const basic = (password: string) => ({ authorization: `Basic ${btoa(`x:${password}`)}` });

/** How often a link counts as downloaded. */
export async function downloadsOf(person: Person, shareId: string): Promise<number> {
  const { items } = (await person.call("GET", "/api/shares")).body;
  return items.find((share: { id: string }) => share.id === shareId).downloads;
}
