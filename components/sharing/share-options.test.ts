import { expect, it } from "vitest";
import type { Share } from "@/lib/sharing/schema";
import { dayOf, optionsOf } from "./share-options";

const share: Share = {
  id: "s1",
  url: "http://localhost/s/s1",
  entryId: "e1",
  name: "notes.txt",
  createdAt: "2026-01-01T08:00:00.000Z",
  expiresAt: "2026-01-09T12:00:00.000Z",
  hasPassword: true,
  maxDownloads: 3,
  downloads: 1,
  allowDownload: true,
  revokedAt: null,
};

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

it("ends a link with the last moment of the chosen day", () => {
  const options = optionsOf(formOf({ expires: "2026-01-09", allow: "on" }));
  expect(options).toEqual({
    expiresAt: new Date("2026-01-09T23:59:59.999").toISOString(),
    maxDownloads: null,
    allowDownload: true,
  });
});

it("never ends a link without a day, and takes what else is said", () => {
  const options = optionsOf(formOf({ expires: "", limit: "5", password: "secret" }));
  expect(options).toEqual({ expiresAt: null, maxDownloads: 5, password: "secret", allowDownload: false });
});

it("leaves out the end and the password of a link that were not touched", () => {
  const day = dayOf(new Date(share.expiresAt ?? 0));
  const options = optionsOf(formOf({ expires: day, limit: "3", password: "", allow: "on" }), share);
  expect(options).toEqual({ maxDownloads: 3, allowDownload: true });
});

it("takes the password away when asked to", () => {
  expect(optionsOf(formOf({ removePassword: "on", expires: "" }), share)).toMatchObject({
    password: null,
    expiresAt: null,
  });
});
