import { receiveText } from "@/lib/engines/object-store/body";
import { type BucketConfig, configureBucket } from "@/lib/engines/object-store/bucket";
import { bucketOf, type Context, type Reply } from "@/lib/engines/object-store/context";
import { type CorsRule, parseCors } from "@/lib/engines/object-store/cors";
import { storeError } from "@/lib/engines/object-store/errors";
import { parseLifecycle, renderLifecycle } from "@/lib/engines/object-store/lifecycle-rules";
import {
  childOf,
  childrenOf,
  document,
  element,
  join,
  type Node,
  optional,
  parseXml,
  textOf,
  type Xml,
} from "@/lib/engines/object-store/xml";

async function readDocument(context: Context, root: string): Promise<Node> {
  bucketOf(context);
  return parseXml(await receiveText(context), root);
}

async function keep(context: Context, change: Partial<BucketConfig>, status = 200): Promise<Reply> {
  const bucket = bucketOf(context);
  await context.store.lock(`config ${bucket.name}`, () => configureBucket(bucket, change, context.store.temporary));
  return { status };
}

/** PutBucketCors */
export const putCors = async (context: Context): Promise<Reply> =>
  keep(context, { cors: parseCors(await readDocument(context, "CORSConfiguration")) });

/** GetBucketCors */
export async function getCors(context: Context): Promise<Reply> {
  const { cors } = bucketOf(context).config;
  if (!cors) throw storeError("NoSuchCORSConfiguration");
  return { status: 200, xml: document("CORSConfiguration", join(cors.map(renderCors))) };
}

const each = (name: string, texts: string[]): Xml => join(texts.map((text) => element(name, text)));

const renderCors = (rule: CorsRule): Xml =>
  element(
    "CORSRule",
    optional("ID", rule.id),
    each("AllowedOrigin", rule.origins),
    each("AllowedMethod", rule.methods),
    each("AllowedHeader", rule.headers),
    each("ExposeHeader", rule.exposed),
    optional("MaxAgeSeconds", rule.maxAge),
  );

/** DeleteBucketCors */
export const deleteCors = (context: Context): Promise<Reply> => keep(context, { cors: undefined }, 204);

/** PutBucketVersioning */
export async function putVersioning(context: Context): Promise<Reply> {
  const root = await readDocument(context, "VersioningConfiguration");
  const status = textOf(root, "Status");
  if (textOf(root, "MfaDelete") === "Enabled") throw storeError("NotImplemented", "MFA delete is not implemented.");
  if (status !== "Enabled" && status !== "Suspended") throw storeError("MalformedXML");
  return keep(context, { versioning: status });
}

/** GetBucketVersioning */
export const getVersioning = async (context: Context): Promise<Reply> => ({
  status: 200,
  xml: document("VersioningConfiguration", optional("Status", bucketOf(context).config.versioning)),
});

/** PutBucketEncryption: what it may ask for is done in any case, and nothing else can be had. */
export async function putEncryption(context: Context): Promise<Reply> {
  const rules = childrenOf(await readDocument(context, "ServerSideEncryptionConfiguration"), "Rule");
  const [rule] = rules;
  const byDefault = rule && childOf(rule, "ApplyServerSideEncryptionByDefault");
  if (!byDefault || rules.length > 1) throw storeError("MalformedXML");
  if (textOf(byDefault, "SSEAlgorithm") !== "AES256" || "KMSMasterKeyID" in byDefault) {
    throw storeError("NotImplemented", "Of encryption, AES256 alone is implemented.");
  }
  return { status: 200 };
}

/** GetBucketEncryption */
export async function getEncryption(context: Context): Promise<Reply> {
  bucketOf(context);
  const byDefault = element("ApplyServerSideEncryptionByDefault", element("SSEAlgorithm", "AES256"));
  const rule = element("Rule", byDefault, element("BucketKeyEnabled", false));
  return { status: 200, xml: document("ServerSideEncryptionConfiguration", rule) };
}

/** PutBucketLifecycleConfiguration */
export const putLifecycle = async (context: Context): Promise<Reply> =>
  keep(context, { lifecycle: parseLifecycle(await readDocument(context, "LifecycleConfiguration")) });

/** GetBucketLifecycleConfiguration */
export async function getLifecycle(context: Context): Promise<Reply> {
  const { lifecycle } = bucketOf(context).config;
  if (!lifecycle) throw storeError("NoSuchLifecycleConfiguration");
  return { status: 200, xml: document("LifecycleConfiguration", renderLifecycle(lifecycle)) };
}

/** DeleteBucketLifecycle */
export const deleteLifecycle = (context: Context): Promise<Reply> => keep(context, { lifecycle: undefined }, 204);

const BLOCKS = ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"];

/** PutPublicAccessBlock: nobody without a signature is let in, whatever it says. */
export async function putPublicAccessBlock(context: Context): Promise<Reply> {
  const root = await readDocument(context, "PublicAccessBlockConfiguration");
  const publicAccessBlock = Object.fromEntries(BLOCKS.map((name) => [name, textOf(root, name) === "true"]));
  return keep(context, { publicAccessBlock });
}

/** GetPublicAccessBlock */
export async function getPublicAccessBlock(context: Context): Promise<Reply> {
  const { publicAccessBlock } = bucketOf(context).config;
  if (!publicAccessBlock) throw storeError("NoSuchPublicAccessBlockConfiguration");
  const items = Object.entries(publicAccessBlock).map(([name, value]) => element(name, value));
  return { status: 200, xml: document("PublicAccessBlockConfiguration", join(items)) };
}
