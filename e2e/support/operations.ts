import { z } from "zod";

const ID_PATTERN = "^[A-Za-z0-9_-]{1,64}$";

const IdLike = z.looseObject({ pattern: z.literal(ID_PATTERN) });
const Property = z.looseObject({ items: z.unknown().optional() });
const Parameter = z.object({ name: z.string(), in: z.enum(["path", "query", "header"]), schema: z.unknown() });
const Body = z.object({
  content: z.object({
    "application/json": z.object({ schema: z.looseObject({ properties: z.record(z.string(), Property) }) }),
  }),
});
const Described = z.object({
  security: z.array(z.unknown()),
  parameters: z.array(Parameter).default([]),
  requestBody: Body.optional(),
});
const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), Described)) });

/** A place of a request where an id goes. */
export type Slot = { in: "path" | "query" | "body"; name: string; isList: boolean };

/** A call of the contract as its own description tells of it. */
export type Operation = {
  name: string;
  method: string;
  path: string;
  isPublic: boolean;
  hasBody: boolean;
  slots: Slot[];
};

/** Every call that an OpenAPI document describes. */
export function operationsOf(document: unknown): Operation[] {
  const { paths } = Document.parse(document);
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      name: `${method} ${path}`,
      method: method.toUpperCase(),
      path,
      isPublic: described.security.length === 0,
      hasBody: described.requestBody !== undefined,
      slots: slotsOf(described),
    })),
  );
}

function slotsOf({ parameters, requestBody }: z.infer<typeof Described>): Slot[] {
  const inAddress = parameters.flatMap(({ name, in: where, schema }) =>
    where === "path" || (where === "query" && isId(schema)) ? [{ in: where, name, isList: false }] : [],
  );
  const properties = requestBody?.content["application/json"].schema.properties ?? {};
  const inBody = Object.entries(properties).flatMap(([name, schema]) =>
    isId(schema) || isId(schema.items) ? [{ in: "body" as const, name, isList: isId(schema.items) }] : [],
  );
  return [...inAddress, ...inBody];
}

const isId = (schema: unknown): boolean => IdLike.safeParse(schema).success;

/** One request of a call: its ids filled in, the rest of its body as given. */
export function requestOf({ path, slots, hasBody }: Operation, ids: Record<string, string>, rest: object) {
  const named = (where: Slot["in"]) =>
    slots.filter((slot) => slot.in === where && !slot.isList && ids[slot.name] !== undefined).map(({ name }) => name);
  const filled = named("path").reduce((address, name) => address.replace(`{${name}}`, ids[name] ?? ""), path);
  const query = new URLSearchParams(named("query").map((name) => [name, ids[name] ?? ""]));
  const body = { ...rest, ...Object.fromEntries(named("body").map((name) => [name, ids[name]])) };
  return { path: query.size > 0 ? `${filled}?${query}` : filled, body: hasBody ? body : undefined };
}
