import { getSignedUrl } from "@aws-sdk/cloudfront-signer";
import { storeTime } from "@/lib/aws/s3";
import { env } from "@/lib/env";

/** The distribution before the bucket, where downloads are configured to come from it. */
export function downloadOrigin(): string | undefined {
  const { CLOUDFRONT_URL } = env();
  return CLOUDFRONT_URL ? new URL(CLOUDFRONT_URL).origin : undefined;
}

/**
 * A GET by the distribution, for this object with this query alone: the address as a whole is what is signed. The
 * distribution passes the query on to the bucket, under a signature of its own.
 */
export async function signForCloudFront(
  objectKey: string,
  query: Record<string, string>,
  seconds: number,
): Promise<string> {
  const { CLOUDFRONT_KEY_PAIR_ID, CLOUDFRONT_PRIVATE_KEY } = env();
  const asked = Object.entries(query).map(([name, value]) => `${name}=${strictly(value)}`);
  return getSignedUrl({
    url: `${downloadOrigin()}/${objectKey}?${asked.join("&")}`,
    keyPairId: CLOUDFRONT_KEY_PAIR_ID ?? "",
    privateKey: CLOUDFRONT_PRIVATE_KEY ?? "",
    dateLessThan: new Date((await storeTime()).getTime() + seconds * 1000),
    algorithm: "SHA256",
  });
}

// A reader that writes any of these in its other form would ask for another address than the one that was signed.
const strictly = (value: string): string =>
  encodeURIComponent(value).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
