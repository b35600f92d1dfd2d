// Class 2: literal, starting at a token; neither end between two letters or two digits. sonnet, claude, gpt-4 in gpt-4.1
// and in gpt-4o, llama in llama3.3; not qwen-3 in qwen-32b.
import { holdsLiterally, isBetweenLetters, isTokenStart } from "../literal.ts";
import type { Name } from "../name.ts";

/** Whether the hint stands in the name as whole words. */
export function isSubstring(hint: Name, { text }: Name): boolean {
  return holdsLiterally(text, hint.text, (start, end) => isTokenStart(text, start) && !isBetweenLetters(text, end));
}

/** Whether the hint stands in the id from a word of the provider on; the provider's part counts by whole words only. */
export function isSubstringOfId(hint: Name, { text }: Name, providerLength: number): boolean {
  return holdsLiterally(
    text,
    hint.text,
    (start, end) =>
      start < providerLength &&
      isTokenStart(text, start) &&
      (end < providerLength ? text[end] === "-" : !isBetweenLetters(text, end)),
  );
}
