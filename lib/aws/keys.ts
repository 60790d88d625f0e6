/** The two halves of an item's primary key. */
export type Key = { pk: string; sk: string };

const same = (value: string): Key => ({ pk: value, sk: value });

/** Every key of the table (DESIGN 3). Rows of the same thing start with the same word; nothing else builds a key. */
export const keys = {
  user: (userId: string): Key => same(`USER#${userId}`),
  credential: (userId: string): Key => ({ pk: `USER#${userId}`, sk: "CREDENTIAL" }),
  usage: (userId: string): Key => ({ pk: `USER#${userId}`, sk: "USAGE" }),
  token: (userId: string, hash: string): Key => ({ pk: `USER#${userId}`, sk: `TOKEN#${hash}` }),
  account: (userId: string, provider: string, accountId: string): Key => ({
    pk: `USER#${userId}`,
    sk: `ACCOUNT#${provider}#${accountId}`,
  }),
  idempotency: (scope: string, hash: string): Key => ({ pk: `IDEM#${scope}`, sk: hash }),
  emailLock: (email: string): Key => ({ pk: `EMAIL#${email}`, sk: "EMAIL" }),
  row: (parentId: string, sk: string): Key => ({ pk: `DIR#${parentId}`, sk }),
  pointer: (entryId: string): Key => ({ pk: `ENTRY#${entryId}`, sk: "ENTRY" }),
  version: (entryId: string, versionId: string): Key => ({ pk: `ENTRY#${entryId}`, sk: `VERSION#${versionId}` }),
  grant: (entryId: string, userId: string): Key => ({ pk: `ENTRY#${entryId}`, sk: `GRANT#${userId}` }),
  trash: (ownerId: string, trashedAt: string, entryId: string): Key => ({
    pk: `TRASH#${ownerId}`,
    sk: `${trashedAt}#${entryId}`,
  }),
  star: (userId: string, entryId: string): Key => ({ pk: `STAR#${userId}`, sk: entryId }),
  word: (ownerId: string, word: string, entryId: string): Key => ({
    pk: `SEARCH#${ownerId}`,
    sk: `${word}#${entryId}`,
  }),
  object: (objectKey: string): Key => ({ pk: `OBJECT#${objectKey}`, sk: "OBJECT" }),
  share: (shareId: string): Key => ({ pk: `SHARE#${shareId}`, sk: "SHARE" }),
  upload: (uploadId: string): Key => ({ pk: `UPLOAD#${uploadId}`, sk: "UPLOAD" }),
  job: (jobId: string): Key => ({ pk: `JOB#${jobId}`, sk: "JOB" }),
  activity: (ownerId: string, activityId: string): Key => ({ pk: `ACT#${ownerId}`, sk: activityId }),
  rate: (bucket: string, windowStart: number): Key => ({ pk: `RATE#${bucket}`, sk: String(windowStart) }),
} as const;

type Gsi1 = { GSI1PK: string; GSI1SK: string };

/** Keys of GSI1, which finds things by who owns them or by when they are due. It lags: never authorise by it (SECURITY 9). */
export const gsi1 = {
  /** As `@auth/dynamodb-adapter` looks for it. */
  account: (provider: string, accountId: string): Gsi1 => ({
    GSI1PK: `ACCOUNT#${provider}`,
    GSI1SK: `ACCOUNT#${accountId}`,
  }),
  recent: (ownerId: string, modifiedAt: string, entryId: string): Gsi1 => ({
    GSI1PK: `RECENT#${ownerId}`,
    GSI1SK: `${modifiedAt}#${entryId}`,
  }),
  sharesOf: (ownerId: string, createdAt: string, shareId: string): Gsi1 => ({
    GSI1PK: `SHARES#${ownerId}`,
    GSI1SK: `${createdAt}#${shareId}`,
  }),
  uploadsOf: (ownerId: string, createdAt: string, uploadId: string): Gsi1 => ({
    GSI1PK: `UPLOADS#${ownerId}`,
    GSI1SK: `${createdAt}#${uploadId}`,
  }),
  reap: (dueAt: string, objectKey: string): Gsi1 => ({ GSI1PK: "REAP", GSI1SK: `${dueAt}#${objectKey}` }),
  activityOf: (entryId: string, activityId: string): Gsi1 => ({ GSI1PK: `ACTOF#${entryId}`, GSI1SK: activityId }),
  jobsDue: (dueAt: string, jobId: string): Gsi1 => ({ GSI1PK: "JOBS", GSI1SK: `${dueAt}#${jobId}` }),
} as const;

/** Keys of GSI2 for what ends by itself: uploads left alone, and trash by the time it was trashed. */
export const endings = {
  upload: (expiresAt: string, uploadId: string) => ({ GSI2PK: "UPLOADS", GSI2SK: `${expiresAt}#${uploadId}` }),
  trash: (trashedAt: string, entryId: string) => ({ GSI2PK: "TRASH", GSI2SK: `${trashedAt}#${entryId}` }),
} as const;

/** Key of GSI3 for what an owner's stored contents take, by size. */
export const sizes = (ownerId: string, size: number, versionId: string) => ({
  GSI3PK: `SIZES#${ownerId}`,
  GSI3SK: `${String(size).padStart(16, "0")}#${versionId}`,
});

/** Keys of GSI2 and GSI3: a folder's rows by modified time and by size, folders apart from files. */
export const folderOrders = {
  modified: (parentId: string, kindDigit: string, modifiedAt: string, entryId: string) => ({
    GSI2PK: `DIR#${parentId}`,
    GSI2SK: `${kindDigit}#${modifiedAt}#${entryId}`,
  }),
  size: (parentId: string, kindDigit: string, size: number, entryId: string) => ({
    GSI3PK: `DIR#${parentId}`,
    GSI3SK: `${kindDigit}#${String(size).padStart(16, "0")}#${entryId}`,
  }),
} as const;
