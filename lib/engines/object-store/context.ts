import type { IncomingMessage, ServerResponse } from "node:http";
import type { Bucket } from "./bucket";
import type { Place } from "./changes";
import { requireBucket, type Store } from "./store";
import type { Target } from "./target";

/** A request whose signature was found good, and what is needed to answer it. */
export interface Context {
  request: IncomingMessage;
  response: ServerResponse;
  target: Target;
  store: Store;
  region: string;
  /** As it was signed: a SHA-256, or the name of a form. */
  payloadHash: string;
  now: number;
  /** Answers `Expect: 100-continue`, so that a refused client need not send its body. */
  letClientSend(): void;
}

export interface Stream {
  length: number;
  /** Batches of pieces, in order. */
  read(): AsyncIterable<Buffer[]>;
  release(): void;
}

export interface Reply {
  status: number;
  headers?: Record<string, string>;
  xml?: string;
  stream?: Stream;
}

export type Handler = (context: Context) => Promise<Reply>;

/** The bucket that a request speaks of. @throws NoSuchBucket */
export const bucketOf = ({ store, target }: Context): Bucket => requireBucket(store, target.bucket);

/** The key that a request speaks of, in its bucket. @throws NoSuchBucket */
export const placeOf = (context: Context): Place => ({
  store: context.store,
  bucket: bucketOf(context),
  key: context.target.key,
});
