// Class 0: normalised names equal. gpt-4o = openai/gpt-4o.
import type { ModelNames } from "../model-names.ts";
import type { Name } from "../name.ts";

/** Whether the hint is one of the model's names, or its id. */
export function isExact(hint: Name, { own, id }: ModelNames): boolean {
  return id.text === hint.text || own.some(({ text }) => text === hint.text);
}
