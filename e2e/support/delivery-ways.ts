import { generateKeyPairSync } from "node:crypto";
import { afterAll, inject } from "vitest";
import { startCloudFront } from "./cloudfront";
import { startEnginesForCopies } from "./copies";

/** A way by which content reaches who may have it. */
export type Way = {
  name: string;
  /** Answers the address of a drive that delivers so. */
  start: () => Promise<string>;
  /** How long a signed address lives. */
  secondsOf: (address: string) => number;
  /** The address with a longer life than it was signed for. */
  lengthen: (address: string) => string;
};

const key = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const KEY_ID = "K2JCJMDEHXQW5F";

/** Starts engines, a CloudFront before the store, and a copy of the app that sends its downloads there. */
export async function startBehindCloudFront(): Promise<{ url: string; distribution: string }> {
  const startCopy = await startEnginesForCopies();
  const distribution = await startCloudFront({ id: KEY_ID, publicKey: key.publicKey });
  afterAll(distribution.stop);
  const copy = await startCopy({
    CLOUDFRONT_URL: distribution.url,
    CLOUDFRONT_KEY_PAIR_ID: KEY_ID,
    CLOUDFRONT_PRIVATE_KEY: key.privateKey.replaceAll("\n", "\\n"),
  });
  return { url: copy.url, distribution: distribution.url };
}

/** Both ways: what holds of one holds of the other. */
export const ways: Way[] = [
  {
    name: "S3",
    start: async () => inject("baseUrl"),
    secondsOf: (address) => Number(new URL(address).searchParams.get("X-Amz-Expires")),
    lengthen: (address) => address.replace(/X-Amz-Expires=\d+/, "X-Amz-Expires=604800"),
  },
  {
    name: "CloudFront",
    start: async () => (await startBehindCloudFront()).url,
    secondsOf: (address) => Number(new URL(address).searchParams.get("Expires")) - Date.now() / 1000,
    lengthen: (address) => address.replace(/Expires=(\d+)/, (_, end) => `Expires=${Number(end) + 604_800}`),
  },
];
