import { z } from "zod";
import { accountFaults } from "./accounts";
import { wordFaults } from "./words";

type Item = Record<string, unknown>;

const Sums = z.object({
  pk: z.string(),
  usedBytes: z.number(),
  reservedBytes: z.number(),
  freeBytes: z.number(),
  quotaBytes: z.number(),
  files: z.number(),
});
const Sized = z.object({ pk: z.string(), size: z.number(), objectKey: z.string() });
const Row = z.object({
  pk: z.string(),
  sk: z.string(),
  id: z.string(),
  name: z.string(),
  ownerId: z.string(),
  parentId: z.string(),
  trashedAt: z.string().nullable(),
});
const PointerItem = z.object({
  pk: z.string(),
  id: z.string(),
  kind: z.string(),
  ownerId: z.string(),
  parentId: z.string(),
  rowSk: z.string(),
  trashedAt: z.string().nullable(),
  purging: z.boolean().optional(),
});
const ObjectItem = z.object({ objectKey: z.string(), refs: z.number() });
const OpenUpload = z.object({ state: z.literal("open"), ownerId: z.string(), size: z.number() });

const startsWith = (item: Item, key: "pk" | "sk", prefix: string) => String(item[key]).startsWith(prefix);

/** What the items say that does not agree: accounts, sums, pointers, rows, references, cycles. An empty list is a sound table. */
export function findFaults(items: Item[]): string[] {
  const rows = items
    .filter((item) => startsWith(item, "pk", "DIR#") || startsWith(item, "pk", "TRASH#"))
    .map((item) => Row.parse(item));
  const pointers = new Map(
    items
      .filter((item) => item.sk === "ENTRY")
      .map((item) => PointerItem.parse(item))
      .map((each) => [each.id, each]),
  );
  return [
    ...accountFaults(items),
    ...rowFaults(rows, pointers),
    ...pointerFaults(rows, pointers),
    ...sumFaults(items, pointers),
    ...objectFaults(items),
    ...wordFaults(items, rows),
  ];
}

type Rows = z.infer<typeof Row>[];
type Pointers = Map<string, z.infer<typeof PointerItem>>;

function rowFaults(rows: Rows, pointers: Pointers): string[] {
  return rows.flatMap((row) => {
    const pointer = pointers.get(row.id);
    if (!pointer) return [`row ${row.pk} / ${row.id}: no pointer`];
    if (pointer.rowSk !== row.sk || pointer.parentId !== row.parentId)
      return [`row ${row.pk} / ${row.id}: its pointer points elsewhere`];
    const isHomeless = row.parentId !== row.ownerId && row.trashedAt === null && !pointers.has(row.parentId);
    return isHomeless ? [`row ${row.id}: its folder ${row.parentId} does not exist`] : [];
  });
}

function pointerFaults(rows: Rows, pointers: Pointers): string[] {
  const ids = new Map<string, number>();
  for (const row of rows) ids.set(row.id, (ids.get(row.id) ?? 0) + 1);
  return [...pointers.values()].flatMap((pointer) => {
    const count = ids.get(pointer.id) ?? 0;
    if (count > 1) return [`entry ${pointer.id}: ${count} rows`];
    if (count === 0 && !pointer.purging) return [`entry ${pointer.id}: no row`];
    return isCircular(pointer, pointers) ? [`entry ${pointer.id}: lies within itself`] : [];
  });
}

function isCircular(pointer: z.infer<typeof PointerItem>, pointers: Pointers): boolean {
  const seen = new Set([pointer.id]);
  let at = pointers.get(pointer.parentId);
  while (at) {
    if (seen.has(at.id)) return true;
    seen.add(at.id);
    at = pointers.get(at.parentId);
  }
  return false;
}

function sumFaults(items: Item[], pointers: Pointers): string[] {
  const used = new Map<string, number>();
  const reserved = new Map<string, number>();
  const files = new Map<string, number>();
  const add = (sums: Map<string, number>, owner: string, by: number) => sums.set(owner, (sums.get(owner) ?? 0) + by);
  for (const item of items) {
    if (startsWith(item, "sk", "VERSION#")) {
      const version = Sized.parse(item);
      add(used, pointers.get(version.pk.slice("ENTRY#".length))?.ownerId ?? "", version.size);
    }
    const upload = OpenUpload.safeParse(item);
    if (upload.success) add(reserved, upload.data.ownerId, upload.data.size);
  }
  // By pointers, not by rows: a file that is being purged has lost its row and still counts.
  for (const { kind, ownerId } of pointers.values()) if (kind === "file") add(files, ownerId, 1);
  return items
    .filter((item) => item.sk === "USAGE")
    .flatMap((item) => {
      const sums = Sums.parse(item);
      const owner = sums.pk.slice("USER#".length);
      const expected = {
        usedBytes: used.get(owner) ?? 0,
        reservedBytes: reserved.get(owner) ?? 0,
        files: files.get(owner) ?? 0,
      };
      const freeBytes = sums.quotaBytes - expected.usedBytes - expected.reservedBytes;
      return Object.entries({ ...expected, freeBytes }).flatMap(([name, value]) =>
        Reflect.get(sums, name) === value
          ? []
          : [`account ${owner}: ${name} is ${Reflect.get(sums, name)}, the items say ${value}`],
      );
    });
}

function objectFaults(items: Item[]): string[] {
  const named = new Map<string, number>();
  for (const item of items) {
    if (!startsWith(item, "sk", "VERSION#")) continue;
    const { objectKey } = Sized.parse(item);
    named.set(objectKey, (named.get(objectKey) ?? 0) + 1);
  }
  const counted = new Map(
    items
      .filter((item) => item.sk === "OBJECT")
      .map((item) => ObjectItem.parse(item))
      .map((each) => [each.objectKey, each.refs]),
  );
  const keys = new Set([...named.keys(), ...counted.keys()]);
  return [...keys].flatMap((key) => {
    const is = counted.get(key) ?? 0;
    const should = named.get(key) ?? 0;
    return is === should ? [] : [`object ${key}: counted ${is} times, named ${should} times`];
  });
}
