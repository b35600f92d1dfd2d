// Class 6: literal, elsewhere, not between two digits. mini in gemini and in minimax.
import { holdsLiterally } from "../literal.ts";
import type { Name } from "../name.ts";

/** Whether the hint stands anywhere in the name without splitting a number. */
export function isEmbedded(hint: Name, { text }: Name): boolean {
  return holdsLiterally(text, hint.text, () => true);
}
