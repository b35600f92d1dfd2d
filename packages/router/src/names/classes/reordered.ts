// Class 3: every hint token present, any order; the hint's versions, if any, equal. claude-4-sonnet in claude-sonnet-4.
import type { Name } from "../name.ts";

/** Whether the name holds every token of the hint, versions among them. */
export function isReordered(hint: Name, name: Name): boolean {
  return hint.core.tokens.every((token) => name.tokens.includes(token));
}
