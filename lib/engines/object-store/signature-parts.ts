import type { IncomingHttpHeaders } from "node:http";
import { storeError } from "./errors";

export interface Authorization {
  accessKey: string;
  region: string;
  signedHeaders: Set<string>;
  signature: string;
  date: Date;
  /** Seconds; only a presigned URL has it. */
  expiresIn: number | undefined;
}

const ALGORITHM = "AWS4-HMAC-SHA256";
const MAX_EXPIRES_IN = 7 * 24 * 3600;

/** Reads who signs and what is signed, from the header or from the query. @throws AccessDenied when nobody signs. */
export function readAuthorization(headers: IncomingHttpHeaders, query: ReadonlyMap<string, string>): Authorization {
  const isPresigned = query.has("X-Amz-Algorithm") || query.has("X-Amz-Signature");
  if (headers.authorization !== undefined && isPresigned) {
    throw storeError("InvalidArgument", "Only one auth mechanism allowed");
  }
  if (isPresigned) return fromQuery(query);
  if (headers.authorization !== undefined) return fromHeader(headers.authorization, headers);
  throw storeError("AccessDenied");
}

function fromHeader(text: string, headers: IncomingHttpHeaders): Authorization {
  if (headers["x-amz-security-token"] !== undefined) throw storeError("InvalidToken");
  if (!text.startsWith(`${ALGORITHM} `)) {
    throw storeError(
      "InvalidRequest",
      `The authorization mechanism you have provided is not supported. Use ${ALGORITHM}.`,
    );
  }
  const fields = new Map(text.slice(ALGORITHM.length).split(",").map(pair));
  return {
    ...readScope(fields.get("Credential"), headers["x-amz-date"]),
    signedHeaders: readSignedHeaders(fields.get("SignedHeaders")),
    signature: readSignature(fields.get("Signature")),
    expiresIn: undefined,
  };
}

function fromQuery(query: ReadonlyMap<string, string>): Authorization {
  if (query.has("X-Amz-Security-Token")) throw storeError("InvalidToken");
  const expires = query.get("X-Amz-Expires") ?? "";
  if (query.get("X-Amz-Algorithm") !== ALGORITHM) throw wrongQuery(`X-Amz-Algorithm only supports "${ALGORITHM}"`);
  if (!/^\d{1,6}$/.test(expires) || Number(expires) < 1 || Number(expires) > MAX_EXPIRES_IN) {
    throw wrongQuery(`X-Amz-Expires must be a number from 1 to ${MAX_EXPIRES_IN} seconds`);
  }
  return {
    ...readScope(query.get("X-Amz-Credential"), query.get("X-Amz-Date")),
    signedHeaders: readSignedHeaders(query.get("X-Amz-SignedHeaders")),
    signature: readSignature(query.get("X-Amz-Signature")),
    expiresIn: Number(expires),
  };
}

function pair(text: string): [string, string] {
  const equals = text.indexOf("=");
  return [text.slice(0, equals).trim(), text.slice(equals + 1).trim()];
}

function readScope(credential = "", stamp: string | string[] = "") {
  const [, accessKey, day, region] = /^([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request$/.exec(credential) ?? [];
  if (!accessKey || !day || !region) {
    throw storeError(
      "AuthorizationHeaderMalformed",
      "The credential must be <key>/<yyyymmdd>/<region>/s3/aws4_request.",
    );
  }
  const time = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(String(stamp));
  if (!time) throw storeError("AccessDenied", "AWS authentication requires a valid X-Amz-Date");
  const [, year, month, date, hour, minute, second] = time;
  const signedAt = new Date(`${year}-${month}-${date}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(signedAt.getTime())) throw storeError("AccessDenied", "X-Amz-Date is not a date");
  if (day !== `${year}${month}${date}`) {
    throw storeError("AuthorizationHeaderMalformed", "The date of the credential is not that of the request.");
  }
  return { accessKey, region, date: signedAt };
}

function readSignedHeaders(text = ""): Set<string> {
  const names = text.split(";").filter(Boolean);
  if (names.length === 0) throw storeError("AuthorizationHeaderMalformed", "No signed headers are named.");
  return new Set(names.map((name) => name.toLowerCase()));
}

function readSignature(text = ""): string {
  if (!/^[0-9a-f]{64}$/.test(text)) throw storeError("SignatureDoesNotMatch");
  return text;
}

const wrongQuery = (text: string) => storeError("AuthorizationQueryParametersError", text);
