import { randomBytes, randomInt } from "node:crypto";
import { expect } from "vitest";
import { logInByPage } from "@/e2e/support/browser";
import { aPerson, type Person, put, sha256 } from "@/e2e/support/http-client";
import { newId } from "@/lib/ids";
import type { Insisting } from "./insist";

type Kept = { id: string; name: string; sha256?: string };

/** Somebody who uses the drive in many ways and keeps account of what it must hold by then. */
export class Visitor {
  private readonly kept: Kept[] = [];
  private readonly trashed: Kept[] = [];
  private count = 0;

  private constructor(
    private readonly person: Person,
    private readonly cookie: string,
    private readonly client: Insisting,
  ) {}

  /** Registers somebody and logs them in, as a program and in a browser. */
  static async arrive(base: string, client: Insisting): Promise<Visitor> {
    const person = await aPerson(base);
    return new Visitor(person, await logInByPage(base, person), client);
  }

  /** Does one thing, chosen at random from what can be done now. */
  async act(): Promise<void> {
    const always = [this.makeFolder, this.upload, this.upload, this.look, this.look, this.openPage];
    const withFile = [this.rename, this.copy, this.read, this.read, this.share, this.search, this.trash];
    const deeds = [...always, ...(this.file() ? withFile : []), ...(this.trashed.length > 0 ? [this.restore] : [])];
    await deeds[randomInt(deeds.length)]?.call(this);
  }

  /** The drive holds what it must, each thing once and whole. */
  async expectWhole(): Promise<void> {
    await this.look();
    const { body } = await this.call("GET", "/api/trash?limit=1000");
    expect(namesOf(body.items)).toEqual(namesOf(this.trashed));
    for (const { id, sha256: sum } of this.kept) if (sum) expect(await this.contentOf(id)).toBe(sum);
    expect((await this.call("GET", "/api/uploads")).body.items).toEqual([]);
  }

  private file = () => this.kept.find((each) => each.sha256);
  private any = () => this.kept[randomInt(this.kept.length)] as Kept;
  private newName = (what: string) => `${what} ${++this.count}`;

  private async call(method: string, path: string, body?: unknown, expected = [200]) {
    // Caddy itself sends again what has a key; what makes nothing is not done once by it.
    const key: Record<string, string> = expected.includes(201) ? { "idempotency-key": newId() } : {};
    const headers = { authorization: this.person.authorization, ...key };
    const answer = await this.client.ask({ method, path, body, headers });
    // The first try of it may have done it: then the second finds it done.
    if (answer.tries > 1 && answer.status === 404 && expected.includes(204)) return answer;
    expect({ what: `${method} ${path}`, ...answer }).toMatchObject({ status: expect.toBeOneOf(expected) });
    return answer;
  }

  private async makeFolder() {
    const name = this.newName("folder");
    const { body } = await this.call("POST", "/api/folders", { parentId: "root", name }, [201]);
    this.kept.push({ id: body.id, name });
  }

  private async upload() {
    const [name, bytes] = [this.newName("file"), new Uint8Array(randomBytes(randomInt(1, 65_536)))];
    const started = await this.call("POST", "/api/upload", { parentId: "root", name, size: bytes.length }, [201]);
    expect((await put(started.body.parts[0], bytes)).status).toBe(200);
    const { body } = await this.call("POST", `/api/upload/${started.body.id}/complete`, {}, [201]);
    this.kept.push({ id: body.id, name, sha256: sha256(bytes) });
  }

  private async rename() {
    const [chosen, name] = [this.any(), this.newName("renamed")];
    await this.call("PATCH", `/api/files/${chosen.id}`, { name });
    chosen.name = name;
  }

  private async copy() {
    const name = this.newName("copy");
    const source = this.file() as Kept;
    const { body } = await this.call("POST", `/api/files/${source.id}/copy`, { parentId: "root", name }, [201]);
    this.kept.push({ ...source, id: body.id, name });
  }

  private async trash() {
    const chosen = this.any();
    await this.call("DELETE", `/api/files/${chosen.id}`, undefined, [204]);
    this.kept.splice(this.kept.indexOf(chosen), 1);
    this.trashed.push(chosen);
  }

  private async restore() {
    const chosen = this.trashed.shift() as Kept;
    const { status } = await this.call("POST", `/api/trash/${chosen.id}/restore`, undefined, [200, 204]);
    expect(status).toBeLessThan(500);
    this.kept.push(chosen);
  }

  private async read() {
    const { id, sha256: sum } = this.file() as Kept;
    expect(await this.contentOf(id)).toBe(sum);
  }

  private async contentOf(id: string): Promise<string> {
    const { headers } = await this.call("GET", `/api/files/${id}/content`, undefined, [302]);
    const content = await fetch(headers.get("location") ?? "");
    return sha256(new Uint8Array(await content.arrayBuffer()));
  }

  private async share() {
    const { id, sha256: sum } = this.file() as Kept;
    const { body } = await this.call("POST", `/api/files/${id}/shares`, {}, [201]);
    const { headers } = await this.call("GET", `/s/${body.id}`, undefined, [302]);
    const content = await fetch(headers.get("location") ?? "");
    expect(sha256(new Uint8Array(await content.arrayBuffer()))).toBe(sum);
  }

  private async search() {
    const { id, name } = this.file() as Kept;
    const { body } = await this.call("GET", `/api/search?q=${encodeURIComponent(name)}&limit=1000`);
    expect(body.items.map((each: Kept) => each.id)).toContain(id);
  }

  private async look() {
    const { body } = await this.call("GET", "/api/files?limit=1000");
    expect(namesOf(body.items)).toEqual(namesOf(this.kept));
  }

  private async openPage() {
    const asked = { method: "GET", path: "/drive", headers: { accept: "text/html", cookie: this.cookie } };
    const { status, headers } = await this.client.ask(asked);
    expect({ status, type: headers.get("content-type") }).toEqual({
      status: 200,
      type: expect.stringContaining("html"),
    });
  }
}

const namesOf = (items: Kept[]): string[] => items.map(({ name }) => name).toSorted();
