// Class 4: the hint names a version, date or size, and without these its tokens (one at least) are all in the name; or
// same family. claude-3-sonnet -> claude-sonnet-5; gpt-4 -> gpt-5.5; o1-mini -> o4-mini.
import type { Hint, HintName } from "../hint.ts";
import type { Name } from "../name.ts";
import type { NamedModel } from "../named-model.ts";

/** Whether the name is the hint's in another version, date or size. */
export function isSuccessor(hint: HintName, name: Name): boolean {
  return hint.isSpecific && hint.words.length > 0 && hint.words.every((word) => name.tokens.includes(word));
}

/** Whether the model is of the family that the hint denotes. */
export function isSameFamily(hint: Hint, model: NamedModel): boolean {
  return hint.family !== undefined && hint.family === model.family;
}
