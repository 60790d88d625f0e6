import filenamify from "filenamify";
import { foldName, numberedName } from "@/lib/entries/names";

export type Named = { id: string; name: string };

/** A name as any file system takes it: what Windows, macOS or Linux would refuse in it becomes an underscore. */
export const safeName = (name: string): string =>
  filenamify(name.normalize("NFC"), { replacement: "_", maxLength: 255 });

/**
 * The local name of each thing in one folder, by id: no two are the same, whatever the case. Whoever keeps a name as it is
 * comes first, and the rest stand by id, so that the same folder gets the same names the next time.
 */
export function localNames(things: Named[], reserved: string[] = []): Map<string, string> {
  const taken = new Set(reserved.map(foldName));
  const names = new Map<string, string>();
  const isChanged = ({ name }: Named) => (safeName(name) === name ? 0 : 1);
  const inOrder = things.toSorted((a, b) => isChanged(a) - isChanged(b) || (a.id < b.id ? -1 : 1));
  for (const { id, name } of inOrder) {
    const free = freeName(safeName(name), taken);
    taken.add(foldName(free));
    names.set(id, free);
  }
  return names;
}

function freeName(wished: string, taken: Set<string>): string {
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? wished : numberedName(wished, n);
    if (!taken.has(foldName(candidate))) return candidate;
  }
}
