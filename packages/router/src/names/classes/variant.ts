// Class 5: would be substring, reordered or successor, but the hint names a version and the model adds a tier word the
// hint lacks. gpt-4o -> gpt-4o-mini; claude-3 -> claude-haiku-4-5.
import type { Name } from "../name.ts";

/** Whether the name is another size or rank of what the hint names exactly. */
export function isVariant(hint: Name, name: Name): boolean {
  return hint.versions.length > 0 && name.tierWords.some((word) => !hint.tokens.has(word));
}
