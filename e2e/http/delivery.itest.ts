import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { ways } from "@/e2e/support/delivery-ways";
import { aFileOf, aPerson, exchange, type Person, send, sha256 } from "@/e2e/support/http-client";
import { aLink } from "@/e2e/support/links";

const MIB = 1024 ** 2;
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
const SCRIPT = "<script>alert(document.domain)</script>";
const SVG = `<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`;

let base: string;
let ada: Person;

async function sendForm(file: File) {
  const form = new FormData();
  form.set("file", file);
  return exchange(`${base}/api/upload`, { method: "POST", body: form, headers: { authorization: ada.authorization } });
}

async function addressOf(id: string, query = ""): Promise<string> {
  const { status, headers } = await ada.call("GET", `/api/files/${id}/content${query}`);
  expect(status).toBe(302);
  return headers.get("location") ?? "";
}

const kindOf = (answer: Response) => ({
  type: answer.headers.get("content-type"),
  how: answer.headers.get("content-disposition")?.split(";")[0],
});
const ATTACHMENT = { type: "application/octet-stream", how: "attachment" };

describe.each(ways)("by way of $name", ({ start, secondsOf, lengthen }) => {
  beforeAll(async () => {
    const drive = await start();
    base = drive.url;
    ada = await aPerson(base);
    return drive.stop;
  });

  it("a form of 25 MiB arrives whole (SECURITY 18)", async () => {
    const bytes = new Uint8Array(randomBytes(25 * MIB));
    const { status, body } = await sendForm(new File([bytes], "large.bin"));
    expect({ status, size: body.size }).toEqual({ status: 201, size: bytes.length });
    const content = await (await fetch(await addressOf(body.id))).arrayBuffer();
    expect(sha256(new Uint8Array(content))).toBe(sha256(bytes));
  });

  it.each(["/upload", "/api/files/upload"])("and by the name %s as well (SECURITY 18)", async (path) => {
    const form = new FormData();
    form.set("file", new File([new Uint8Array(12 * MIB)], `by ${path.length}.bin`));
    const headers = { authorization: ada.authorization };
    const { status, body } = await exchange(base + path, { method: "POST", body: form, headers });
    expect({ status, size: body.size }).toEqual({ status: 201, size: 12 * MIB });
  });

  describe("asked for inline", () => {
    it.each([
      ["a page", "page.html", "text/html", SCRIPT],
      ["a page that says it is an image", "page.png", "text/html", `<html>${SCRIPT}</html>`],
      ["a drawing with a script", "drawing.svg", "image/svg+xml", SVG],
      ["XHTML", "page.xhtml", "application/xhtml+xml", SCRIPT],
      ["XML", "data.xml", "text/xml", "<?xml version='1.0'?><x/>"],
      ["a script", "code.js", "text/javascript", "alert(1)"],
      ["a type with a parameter", "page", "text/html; charset=utf-8", SCRIPT],
      ["a type in capitals", "capitals", "TEXT/HTML", SCRIPT],
    ])("%s goes out as an attachment of no type (SECURITY 20)", async (_, name, type, content) => {
      const { body } = await sendForm(new File([content], name, { type }));
      const answer = await fetch(await addressOf(body.id, "?disposition=inline"));
      expect(kindOf(answer)).toEqual(ATTACHMENT);
      expect(await answer.text()).toBe(content);
    });

    it("an image is shown, whatever it was called (SECURITY 20)", async () => {
      const { body } = await sendForm(new File([Buffer.from(PIXEL, "base64")], "pixel.html", { type: "text/html" }));
      expect(kindOf(await fetch(await addressOf(body.id, "?disposition=inline")))).toEqual({
        type: "image/png",
        how: "inline",
      });
      expect(kindOf(await fetch(await addressOf(body.id)))).toEqual({ type: "image/png", how: "attachment" });
    });

    it("a link's preview and download follow the same rule (SECURITY 20)", async () => {
      const { body } = await sendForm(new File([SVG], "shared.svg", { type: "image/svg+xml" }));
      const link = await aLink(ada, body.id);
      const page = await send("GET", `${base}/s/${link}`, undefined, { accept: "text/html" });
      expect(page.body).not.toContain("Signature=");
      const asked = ["download", "preview"].map((way) => send("GET", `${base}/s/${link}/${way}`));
      const addresses = (await Promise.all(asked)).map(({ headers }) => headers.get("location") ?? "");
      const kinds = await Promise.all(addresses.map(async (address) => kindOf(await fetch(address))));
      expect(kinds).toEqual([ATTACHMENT, ATTACHMENT]);
    });
  });

  describe("a signed address", () => {
    it("is for what it was signed for: another type, name, object or method is refused (SECURITY 19, 20)", async () => {
      const { id } = await aFileOf(ada, "signed.txt", SCRIPT);
      const address = await addressOf(id);
      const changed = (name: string, value: string) =>
        fetch(address.replace(new RegExp(`${name}=[^&]*`), `${name}=${encodeURIComponent(value)}`));
      const answers = await Promise.all([
        changed("response-content-type", "text/html"),
        changed("response-content-disposition", "inline"),
        changed("response-cache-control", "public"),
        fetch(lengthen(address)),
        fetch(address.replace("?", "x?")),
        fetch(address, { method: "PUT", body: "other" }),
        fetch(address, { method: "DELETE" }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
      expect((await fetch(address)).status).toBe(200);
    });

    it("lives five minutes for an owner, one for a link, fifteen for an upload (SECURITY 19)", async () => {
      const { id } = await aFileOf(ada, "lives.txt", "content");
      const link = await send("GET", `${base}/s/${await aLink(ada, id)}/download`);
      const upload = await ada.call("POST", "/api/upload", { parentId: "root", name: "u.bin", size: 1 });
      const lives = [await addressOf(id), link.headers.get("location") ?? ""].map(secondsOf);
      expect(lives).toEqual([expect.closeTo(300, -1), expect.closeTo(60, -1)]);
      expect(new URL(upload.body.parts[0].url).searchParams.get("X-Amz-Expires")).toBe("900");
    });

    it("gives bytes as they are: kept by nobody, changed by nobody, ranges included (SECURITY 21)", async () => {
      const content = "a line that compresses well\n".repeat(500);
      const { id } = await aFileOf(ada, "lines.txt", content);
      const address = await addressOf(id);
      const whole = await fetch(address, { headers: { "accept-encoding": "gzip, br" } });
      const part = await fetch(address, { headers: { "accept-encoding": "gzip, br", range: "bytes=100-199" } });
      const told = [whole, part].map(({ headers }) => [headers.get("cache-control"), headers.get("content-encoding")]);
      expect(told).toEqual([
        ["private, no-transform", null],
        ["private, no-transform", null],
      ]);
      expect(whole.headers.get("content-length")).toBe(String(content.length));
      expect(part.headers.get("content-range")).toBe(`bytes 100-199/${content.length}`);
      expect(await part.text()).toBe(content.slice(100, 200));
    });
  });

  it.each([
    ["quotes and semicolons", 'a"; filename=evil.exe; x=".txt', `a_; filename=evil.exe; x=_.txt`],
    ["letters of all the world", "Ünï – 日本語 😀.txt", "Uni _ ___ __.txt"],
    ["percent signs", "100%41.txt", "100_41.txt"],
    ["an apostrophe and brackets", "it's (1)*.txt", "it's (1)*.txt"],
  ])("a name with %s arrives in a download as it is (SECURITY 23)", async (_, name) => {
    const { id } = await aFileOf(ada, name, "content");
    const link = await aLink(ada, id);
    const shared = await send("HEAD", `${base}/s/${link}`);
    const own = await fetch(await addressOf(id));
    const told = [shared.headers, own.headers].map((headers) => headers.get("content-disposition") ?? "");
    expect(told.map((line) => decodeURIComponent(/filename\*=UTF-8''([^;]+)$/.exec(line)?.[1] ?? ""))).toEqual([
      name,
      name,
    ]);
    expect(
      told.filter((line) => !/^attachment; filename="[^"\\%]*"; filename\*=UTF-8''[\w.~!%-]+$/.test(line)),
    ).toEqual([]);
  });
});
