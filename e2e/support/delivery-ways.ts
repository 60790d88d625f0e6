import { generateKeyPairSync } from "node:crypto";
import { inject } from "vitest";
import { startCloudFront } from "./cloudfront";
import { startCopies } from "./copies";

type Started = { url: string; stop: () => Promise<void> };

/** A way by which content reaches who may have it. */
export type Way = {
  name: string;
  /** Answers the address of a drive that delivers so, and how to be rid of it. */
  start: () => Promise<Started>;
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
export async function startBehindCloudFront(): Promise<Started & { distribution: string }> {
  const copies = await startCopies();
  const distribution = await startCloudFront({ id: KEY_ID, publicKey: key.publicKey });
  const copy = await copies.start({
    CLOUDFRONT_URL: distribution.url,
    CLOUDFRONT_KEY_PAIR_ID: KEY_ID,
    CLOUDFRONT_PRIVATE_KEY: key.privateKey.replaceAll("\n", "\\n"),
  });
  const stop = async () => {
    await copies.stop();
    await distribution.stop();
  };
  return { url: copy.url, distribution: distribution.url, stop };
}

/** Both ways: what holds of one holds of the other. */
export const ways: Way[] = [
  {
    name: "S3",
    start: async () => ({ url: inject("baseUrl"), stop: async () => undefined }),
    secondsOf: (address) => Number(new URL(address).searchParams.get("X-Amz-Expires")),
    lengthen: (address) => address.replace(/X-Amz-Expires=\d+/, "X-Amz-Expires=604800"),
  },
  {
    name: "CloudFront",
    start: startBehindCloudFront,
    secondsOf: (address) => Number(new URL(address).searchParams.get("Expires")) - Date.now() / 1000,
    lengthen: (address) => address.replace(/Expires=(\d+)/, (_, end) => `Expires=${Number(end) + 604_800}`),
  },
];
