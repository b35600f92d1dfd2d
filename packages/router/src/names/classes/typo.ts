// Class 7: per token, letters only: distance 1 and length >= 4, distance 2 and both >= 8, or one transposition of
// neighbours and length >= 3; digits and tier words equal (a misspelt tier word may match the word it misspells).
// cluade-sonnet, gtp-4.1. Never a distance over the whole name: claude-3-5 and claude-3-7 are 0.94 alike.
import levenshtein from "fast-levenshtein";
import type { Name } from "../name.ts";
import { isLetters, isTierWord } from "../token-kinds.ts";

/** Whether every token of the hint is in the name, some of them misspelt. */
export function isTypo(hint: Name, name: Name): boolean {
  return hint.core.tokens.every(
    (token) => name.tokens.includes(token) || (isMisspellable(token) && hasSimilar(token, name)),
  );
}

function isMisspellable(token: string): boolean {
  return token.length >= 3 && isLetters(token) && !isTierWord(token);
}

function hasSimilar(token: string, name: Name): boolean {
  return name.core.tokens.some((other) => isLetters(other) && isSimilar(token, other));
}

function isSimilar(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter >= 3 && isTransposition(a, b)) return true;
  const most = shorter < 4 ? 0 : shorter < 8 ? 1 : 2;
  return Math.abs(a.length - b.length) <= most && levenshtein.get(a, b) <= most;
}

/** Whether swapping two neighbouring letters of one text gives the other. */
function isTransposition(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let first = 0;
  while (first < a.length && a[first] === b[first]) first += 1;
  return a[first] === b[first + 1] && a[first + 1] === b[first] && a.slice(first + 2) === b.slice(first + 2);
}
