import { aFileOf, type Person } from "./http-client";

/** One of everything that can be somebody's, by the names that the contract gives to ids. */
export type Belongings = Record<"folder" | "file" | "version" | "trashed" | "upload" | "share" | "accessToken", string>;

/** Gives somebody one of everything. */
export async function belongingsOf(person: Person): Promise<Belongings> {
  const folder = await make(person, "/api/folders", { parentId: "root", name: "private folder" });
  const file = await aFileOf(person, "private file.txt", "private content", folder);
  const trashed = await make(person, "/api/folders", { parentId: "root", name: "private rubbish" });
  await person.call("DELETE", `/api/files/${trashed}`);
  await person.call("PATCH", `/api/files/${file.id}`, { starred: true });
  const upload = await make(person, "/api/upload", { parentId: folder, name: "private upload.bin", size: 5 });
  const share = await make(person, `/api/files/${file.id}/shares`, {});
  const accessToken = await make(person, "/api/tokens", { name: "private token", scopes: ["read"] });
  return { folder, file: file.id, version: file.versionId, trashed, upload, share, accessToken };
}

async function make(person: Person, path: string, body: object): Promise<string> {
  const answer = await person.call("POST", path, body);
  if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.id;
}

/** Where all that is somebody's can be seen. */
export const LISTS = ["files", "trash", "uploads", "shares", "starred", "recent", "tokens", "activity"].map(
  (list) => `/api/${list}`,
);

/** All that somebody can see of their own, to compare with later. */
export async function viewOf(person: Person, own: Belongings): Promise<unknown[]> {
  const things = [`/api/files?parent=${own.folder}`, `/api/files/${own.file}`, `/api/files/${own.file}/versions`];
  const rest = [`/api/upload/${own.upload}`, `/api/files/${own.file}/shares`, "/api/usage", "/api/me"];
  const answers = await Promise.all([...LISTS, ...things, ...rest].map((path) => person.call("GET", path)));
  return answers.map(({ status, body }) => ({ status, body }));
}
