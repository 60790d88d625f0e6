import { wordsOf } from "@/lib/entries/words";

type Item = Record<string, unknown>;
type Named = { id: string; name: string; ownerId: string };

const SEARCH = "SEARCH#";

/** Words that find nothing, and names that a word of theirs does not find. */
export function wordFaults(items: Item[], rows: Named[]): string[] {
  const kept = new Set(items.filter(({ pk }) => String(pk).startsWith(SEARCH)).map(({ pk, sk }) => `${pk}/${sk}`));
  const purging = new Set(items.filter(({ purging }) => purging === true).map(({ id }) => String(id)));
  const due = new Set(
    rows.flatMap(({ id, name, ownerId }) => wordsOf(name).map((word) => `${SEARCH}${ownerId}/${word}#${id}`)),
  );
  return [
    ...[...due].filter((word) => !kept.has(word)).map((word) => `word ${word}: not kept`),
    // What is being purged has lost its row and goes with its last step.
    ...[...kept]
      .filter((word) => !due.has(word) && !purging.has(word.slice(word.lastIndexOf("#") + 1)))
      .map((word) => `word ${word}: finds nothing`),
  ];
}
