import { foldName } from "@/lib/entries/names";

/** A name is found by at most so many of its words (DESIGN 3, Search). */
export const MAX_WORDS = 12;
const MAX_WORD_BYTES = 200;

const encoder = new TextEncoder();

/** The words of a name or of what is looked for: case folded, accents stripped, each once, in order of the alphabet. */
export function wordsOf(text: string): string[] {
  const plain = foldName(text).normalize("NFD").replace(/\p{M}/gu, "");
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.map(cut))].slice(0, MAX_WORDS).sort();
}

/** Whether every word looked for begins a word of the name. */
export function hasWords(name: string, wanted: string[]): boolean {
  const words = wordsOf(name);
  return wanted.every((each) => words.some((word) => word.startsWith(each)));
}

// The longest name is one word of 255 bytes, and folding can make it longer; a key has room for less.
function cut(word: string): string {
  const bytes = encoder.encode(word);
  if (bytes.length <= MAX_WORD_BYTES) return word;
  return new TextDecoder().decode(bytes.subarray(0, MAX_WORD_BYTES)).replace(/\ufffd+$/, "");
}
