// Class 5: would be substring, reordered or successor, but the hint names a version and the model adds a tier word the
// hint lacks. gpt-4o -> gpt-4o-mini; claude-3 -> claude-haiku-4-5.
import type { HintName } from "../hint.ts";
import type { Name } from "../name.ts";
import { isTierWord } from "../token-kinds.ts";

/** Whether the name is another size or rank of what the hint names exactly. */
export function isVariant(hint: HintName, name: Name): boolean {
  return (
    hint.versions.length > 0 && name.core.tokens.some((token) => isTierWord(token) && !hint.tokens.includes(token))
  );
}
