import type { TextKey } from "@/lib/i18n/schema";

const SHORTEST = 10;

/** How well a password would stand a guess: 0 is not taken at all, 1 to 4 go from weak to strong. */
export type Strength = { score: 0 | 1 | 2 | 3 | 4; label: TextKey; advice: TextKey };

const LEVELS: { from: number; strength: Strength }[] = [
  { from: 60, strength: { score: 4, label: "auth.strong", advice: "auth.strongAdvice" } },
  { from: 48, strength: { score: 3, label: "auth.good", advice: "auth.goodAdvice" } },
  {
    from: 36,
    strength: { score: 2, label: "auth.fair", advice: "auth.fairAdvice" },
  },
  {
    from: 0,
    strength: { score: 1, label: "auth.weak", advice: "auth.weakAdvice" },
  },
];

const none = (label: TextKey, advice: TextKey): Strength => ({ score: 0, label, advice });

/**
 * Estimates by length and by what the characters tell, and says so in words. The server's own rules, with its list of
 * well-known passwords, come after it: this one only helps to choose.
 */
export function judgePassword(password: string, account: { name: string; email: string }): Strength {
  const length = [...password.normalize("NFKC")].length;
  if (length < SHORTEST) return none("auth.tooShort", "auth.tooShortAdvice");
  const own = [account.email, account.email.split("@")[0] ?? "", account.name].map((text) => text.trim().toLowerCase());
  if (own.includes(password.toLowerCase())) return none("auth.tooEasy", "auth.tooEasyAdvice");
  const bits = withoutPatterns(password.toLowerCase()).length * bitsPerCharacter(password);
  return LEVELS.find(({ from }) => bits >= from)?.strength ?? none("auth.tooShort", "auth.tooShortAdvice");
}

// A letter of a word tells about 2.2 bits; one that was drawn at random from many kinds of characters, far more.
function bitsPerCharacter(password: string): number {
  const isWords = /^[\p{L} .,'-]+$/u.test(password);
  if (isWords) return 2.2;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length;
  return 2 + kinds * 0.7;
}

const WELL_WORN =
  /p[a@]ssw[o0]rd|qwert[yz]?|asdf(?:gh)?|letmein|welcome|admin|iloveyou|monkey|dragon|smart ?drive|(?:19|20)\d\d/g;

/** The password with every run (aaaa, 1234, dcba), repetition (abcabc) and well-worn word counted as one character. */
function withoutPatterns(password: string): string {
  const plain = password.replace(WELL_WORN, "*").replace(/(.{1,6}?)\1{2,}/g, "$1");
  const characters = [...plain];
  return characters.filter((_, at) => !continuesRun(characters, at)).join("");
}

function continuesRun(characters: string[], at: number): boolean {
  const [first, second, third] = characters.slice(Math.max(0, at - 2), at + 1).map((each) => each.codePointAt(0) ?? 0);
  if (at < 2 || first === undefined || second === undefined || third === undefined) return false;
  const step = third - second;
  return step === second - first && Math.abs(step) <= 1;
}
