const MAX_NAME_BYTES = 255;
const MAX_KEY_BYTES = 1000;
const FORBIDDEN = /[/\\\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u;

const encoder = new TextEncoder();
const byteLength = (text: string): number => encoder.encode(text).length;

/**
 * What is kept of a name as typed: NFC, without spaces around it or dots at its end (API.md, Names). Of dots alone nothing
 * would be left: they stay, to be refused for what they are.
 */
export function normalizeName(name: string): string {
  const trimmed = name.normalize("NFC").trim();
  return trimmed.replace(/[\s.]+$/u, "") || trimmed;
}

/** Why a normalised name can't be used, as a sentence for the person who typed it; null when it can. */
export function nameFault(name: string): string | null {
  if (name === "") return "Give it a name.";
  if (/^[\s.]+$/u.test(name)) return "A name can't be made of dots alone, as . and .. are. Give another.";
  if (!name.isWellFormed()) return "The name has broken characters. Type it again.";
  if (byteLength(name) > MAX_NAME_BYTES) return `The name is too long: at most ${MAX_NAME_BYTES} bytes.`;
  if (FORBIDDEN.test(name)) return "A name can't have / or \\, control characters or direction marks.";
  return null;
}

/** Case does not tell names apart: NFC and full case folding, one character at a time so that no context changes the result. */
export function foldName(name: string): string {
  const folded = foldOnce(name);
  // A capital ẞ folds to ß, which folds to ss.
  return folded === name ? folded : foldName(folded);
}

function foldOnce(name: string): string {
  const folded = [...name.normalize("NFC")].map((char) =>
    char === "ı" ? char : [...char.toUpperCase()].map(lower).join(""),
  );
  return folded.join("").normalize("NFC");
}

const lower = (char: string): string => char.toLowerCase();

/**
 * The part of a row's key that orders and identifies a name within its folder (DESIGN 3): accents stripped, digit runs by
 * value, then the folded name itself, so that two names share a key exactly when they differ in case alone.
 */
export function sortKey(name: string): string {
  const folded = foldName(name);
  const natural = folded
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[0-9]+/g, byValue);
  return `${truncateBytes(natural, MAX_KEY_BYTES - byteLength(folded))}\u0001${folded}`;
}

// More digits is a larger number, so the count goes in front; 255 bytes of name have at most 255 digits.
function byValue(digits: string): string {
  const significant = digits.replace(/^0+(?=.)/, "");
  return `${String(significant.length).padStart(3, "0")}${significant}`;
}

function truncateBytes(text: string, maxBytes: number): string {
  if (byteLength(text) <= maxBytes) return text;
  const bytes = encoder.encode(text).subarray(0, maxBytes);
  return new TextDecoder().decode(bytes).replace(/\ufffd+$/, "");
}

/** A name's stem and extension: `photo.tar` and `.gz`; a leading dot belongs to the stem. */
export function splitExtension(name: string): { stem: string; extension: string } {
  const dot = name.lastIndexOf(".");
  if (dot <= 0) return { stem: name, extension: "" };
  return { stem: name.slice(0, dot), extension: name.slice(dot) };
}

/** The name with ` (n)` before its extension, cut so that it stays within the limit. */
export function numberedName(name: string, n: number): string {
  const { stem, extension } = splitExtension(name);
  const suffix = ` (${n})${extension}`;
  return truncateBytes(stem, MAX_NAME_BYTES - byteLength(suffix)) + suffix;
}
