import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { env } from "@/lib/env";
import { presignGet, presignPart, presignPut } from "./presign";

const digests = {
  md5: createHash("md5").update("hello").digest("base64"),
  sha256: createHash("sha256").update("hello").digest("hex"),
};
const inSha256 = env().S3_CHECKSUM === "sha256" ? ["x-amz-checksum-sha256"] : [];
const query = (url: string) => new URL(url).searchParams;
const signedHeaders = (url: string) => query(url).get("X-Amz-SignedHeaders")?.split(";");
const part = { objectKey: "ada/1", multipartId: "m", partNumber: 2, size: 5 };

it("signs length, type, first write and digests into a PUT, each of which the client must send (SECURITY 19)", async () => {
  const { url, headers } = await presignPut({ objectKey: "ada/1", size: 5, type: "text/plain", digests });
  const sent = ["content-md5", "content-type", "if-none-match", ...inSha256];
  expect(signedHeaders(url)).toEqual(["content-length", "host", ...sent].toSorted());
  expect(Object.keys(headers).toSorted()).toEqual(sent);
  expect(Number(query(url).get("X-Amz-Expires"))).toBeLessThanOrEqual(900);
});

it("signs length and digests into the PUT of a part, its number and upload too (SECURITY 19)", async () => {
  const { url } = await presignPart({ ...part, digests });
  expect(signedHeaders(url)).toEqual(["content-length", "content-md5", "host", ...inSha256].toSorted());
  expect(query(url).get("partNumber")).toBe("2");
  expect(signedHeaders((await presignPart({ ...part, digests: {} })).url)).toEqual(["content-length", "host"]);
});

it("signs type and disposition into a GET (SECURITY 19)", async () => {
  const target = { objectKey: "ada/1", name: 'a"\r\n.txt', type: "text/plain", disposition: "attachment" } as const;
  const url = await presignGet({ ...target, seconds: 60 });
  expect(signedHeaders(url)).toEqual(["host"]);
  expect(query(url).get("response-content-type")).toBe("text/plain");
  expect(query(url).get("response-content-disposition")).not.toMatch(/[\r\n]/);
  expect(query(url).get("X-Amz-Expires")).toBe("60");
});
