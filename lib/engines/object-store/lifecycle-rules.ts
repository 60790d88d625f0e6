import { storeError } from "./errors";
import { childOf, childrenOf, element, join, type Node, optional, textOf, type Xml } from "./xml";

export interface LifecycleRule {
  id: string | undefined;
  isEnabled: boolean;
  prefix: string;
  abortDays: number | undefined;
  expireDays: number | undefined;
  noncurrentDays: number | undefined;
  newerVersions: number | undefined;
  dropsLoneMarkers: boolean;
}

/** Elements that ask for what is not done here: better refused than promised. */
const UNKNOWN = ["Transition", "NoncurrentVersionTransition"];

/** Reads the rules of a bucket. @throws MalformedXML, or NotImplemented for what the sweep would not do */
export function parseLifecycle(root: Node): LifecycleRule[] {
  const rules = childrenOf(root, "Rule").map(parseRule);
  if (rules.length === 0 || rules.length > 1000) throw storeError("MalformedXML");
  return rules;
}

function parseRule(rule: Node): LifecycleRule {
  const status = textOf(rule, "Status");
  if (status !== "Enabled" && status !== "Disabled") throw storeError("MalformedXML");
  const filter = childOf(rule, "Filter");
  const expiration = childOf(rule, "Expiration");
  const noncurrent = childOf(rule, "NoncurrentVersionExpiration");
  const abort = childOf(rule, "AbortIncompleteMultipartUpload");
  const filters = Object.keys(filter ?? {}).filter((name) => name !== "#text" && name !== "Prefix");
  if (UNKNOWN.some((name) => name in rule) || filters.length > 0 || (expiration && "Date" in expiration)) {
    throw storeError(
      "NotImplemented",
      "Of lifecycle rules, transitions, dates and filters but Prefix are not implemented.",
    );
  }
  if (!expiration && !noncurrent && !abort) throw storeError("MalformedXML");
  return {
    id: textOf(rule, "ID"),
    isEnabled: status === "Enabled",
    prefix: (filter && textOf(filter, "Prefix")) ?? textOf(rule, "Prefix") ?? "",
    abortDays: abort && days(abort, "DaysAfterInitiation"),
    expireDays: expiration && days(expiration, "Days"),
    noncurrentDays: noncurrent && days(noncurrent, "NoncurrentDays"),
    newerVersions: noncurrent && days(noncurrent, "NewerNoncurrentVersions"),
    dropsLoneMarkers: expiration !== undefined && textOf(expiration, "ExpiredObjectDeleteMarker") === "true",
  };
}

function days(node: Node, name: string): number | undefined {
  const text = textOf(node, name);
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,6}$/.test(text)) throw storeError("InvalidArgument", `${name} must be a positive whole number`);
  return Number(text);
}

/** The rules as S3 writes them. */
export const renderLifecycle = (rules: LifecycleRule[]): Xml =>
  join(
    rules.map((rule) =>
      element(
        "Rule",
        optional("ID", rule.id),
        element("Filter", element("Prefix", rule.prefix)),
        element("Status", rule.isEnabled ? "Enabled" : "Disabled"),
        wrap("Expiration", { Days: rule.expireDays, ExpiredObjectDeleteMarker: rule.dropsLoneMarkers || undefined }),
        wrap("NoncurrentVersionExpiration", {
          NoncurrentDays: rule.noncurrentDays,
          NewerNoncurrentVersions: rule.newerVersions,
        }),
        wrap("AbortIncompleteMultipartUpload", { DaysAfterInitiation: rule.abortDays }),
      ),
    ),
  );

function wrap(name: string, values: Record<string, number | boolean | undefined>): Xml {
  const inner = Object.entries(values).filter(([, value]) => value !== undefined);
  if (inner.length === 0) return { xml: "" };
  return element(name, join(inner.map(([key, value]) => element(key, value))));
}
