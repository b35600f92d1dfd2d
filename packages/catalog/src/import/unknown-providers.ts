import { closest } from "../problems/suggestion.ts";
import type { ImportedList } from "./read-list.ts";
import { providerName } from "./values/providers.ts";

/** A provider that was asked for, of which a list has no model; with the name that was probably meant. */
export type UnknownProvider = { name: string; suggestion: string | undefined };

/** What a list has of the providers that were asked for: those that it does not know, and all that it knows, by name. */
export function unknownProviders(
  { rows, dropped }: ImportedList,
  asked: readonly string[],
): { unknown: UnknownProvider[]; known: string[] } {
  const ids = [...rows.map(({ model }) => model.id), ...dropped.map(({ id }) => id)];
  const known = new Set(ids.flatMap((id) => (id === undefined ? [] : [id.slice(0, id.indexOf("/"))])));
  const unknown = asked.filter((name) => !known.has(name)).map((name) => ({ name, suggestion: meant(name, known) }));
  return { unknown, known: [...known].sort() };
}

/** Another list's word for the provider, or a slip. */
function meant(name: string, known: ReadonlySet<string>): string | undefined {
  const usual = providerName(name);
  return known.has(usual) ? usual : closest(name, known);
}
