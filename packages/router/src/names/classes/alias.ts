// Class 1: a declared alias; the same model under another host, gateway, region or snapshot; equal without separators,
// boundaries between digits kept. gpt4o, azure/gpt-4o, claude-3-5-sonnet-20240620 ~ claude-3-5-sonnet-20241022.
import type { ModelNames } from "../model-names.ts";
import type { Name } from "../name.ts";

/** Whether the hint is one of the names the catalog declares as an alias. */
export function isDeclaredAlias(hint: Name, { aliases }: ModelNames): boolean {
  return aliases.some(({ text }) => text === hint.text);
}

/** Whether the hint is another way to write one of the model's names. */
export function isAlias(hint: Name, names: ModelNames): boolean {
  const isSame = (name: Name): boolean =>
    name.core.text === hint.core.text || name.compact === hint.compact || name.core.compact === hint.core.compact;
  return isDeclaredAlias(hint, names) || isSame(names.id) || names.own.some(isSame) || names.aliases.some(isSame);
}
