/**
 * What the app does on AWS and nothing more, by IAM's names. A transaction asks for the right of each deed in it, HEAD for
 * GetObject's, the three steps of an upload in parts for PutObject's. The tests record what the app asks for and hold it
 * against the policy that comes of these lists.
 */
export const TABLE_ACTIONS = [
  "dynamodb:BatchGetItem",
  "dynamodb:ConditionCheckItem",
  "dynamodb:DeleteItem",
  "dynamodb:GetItem",
  "dynamodb:PutItem",
  "dynamodb:Query",
  "dynamodb:UpdateItem",
];
export const INDEX_ACTIONS = ["dynamodb:Query"];
/** Without it a missing object would be a refused one (403 instead of 404). */
export const BUCKET_ACTIONS = ["s3:ListBucket"];
export const OBJECT_ACTIONS = [
  "s3:AbortMultipartUpload",
  "s3:DeleteObject",
  "s3:GetObject",
  "s3:ListMultipartUploadParts",
  "s3:PutObject",
];
