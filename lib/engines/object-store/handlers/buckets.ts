import { receiveText } from "@/lib/engines/object-store/body";
import { bucketOf, type Context, type Reply } from "@/lib/engines/object-store/context";
import * as storage from "@/lib/engines/object-store/store";
import { document, element, join } from "@/lib/engines/object-store/xml";
import { ownerXml } from "./list-objects";

/** CreateBucket: there is one region, so that what the body may ask for is refused by the signature already. */
export async function createBucket(context: Context): Promise<Reply> {
  if (Number(context.request.headers["content-length"] ?? 0) > 0) await receiveText(context);
  await storage.createBucket(context.store, context.target.bucket, context.now);
  return { status: 200, headers: { location: `/${context.target.bucket}` } };
}

/** HeadBucket */
export async function headBucket(context: Context): Promise<Reply> {
  bucketOf(context);
  return { status: 200, headers: { "x-amz-bucket-region": context.region } };
}

/** DeleteBucket */
export async function deleteBucket(context: Context): Promise<Reply> {
  await storage.deleteBucket(context.store, context.target.bucket);
  return { status: 204 };
}

/** ListBuckets */
export async function listBuckets({ store }: Context): Promise<Reply> {
  const buckets = [...store.buckets.values()]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, config }) =>
      element("Bucket", element("Name", name), element("CreationDate", new Date(config.createdAt).toISOString())),
    );
  return { status: 200, xml: document("ListAllMyBucketsResult", ownerXml(), element("Buckets", join(buckets))) };
}

/** GetBucketLocation: that of `us-east-1` is empty, as ever. */
export async function getLocation(context: Context): Promise<Reply> {
  bucketOf(context);
  const region = context.region === "us-east-1" ? "" : context.region;
  return { status: 200, xml: document("LocationConstraint", region) };
}
