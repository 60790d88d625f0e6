import { GetBucketReplicationCommand } from "@aws-sdk/client-s3";
import type { Place } from "./bucket-contents";

const NONE = ["ReplicationConfigurationNotFoundError", "NoSuchBucket", "NotImplemented"];

/** The region of the bucket to which this one is copied, where that one's name is `start` and the region; else null. */
export async function replicaRegionOf({ client, bucket }: Place, start: string): Promise<string | null> {
  try {
    const { ReplicationConfiguration } = await client.send(new GetBucketReplicationCommand({ Bucket: bucket }));
    const names = (ReplicationConfiguration?.Rules ?? []).map(({ Destination }) =>
      Destination?.Bucket?.split(":").at(-1),
    );
    return names.find((name) => name?.startsWith(start))?.slice(start.length) ?? null;
  } catch (error) {
    if (error instanceof Error && NONE.includes(error.name)) return null;
    throw error;
  }
}
