import type { UnknownProvider } from "@modelpref/catalog/import";
import { visible } from "../../terminal/visible.ts";

/** Names that are spelled out where none is like what was asked for. */
const MOST_SHOWN = 12;

/** A line for each provider that was asked for and is not in the list, with the name that was meant or those there are. */
export function viewUnknownProviders(unknown: readonly UnknownProvider[], known: readonly string[]): string {
  return unknown
    .map(({ name, suggestion }) => {
      const help = suggestion === undefined ? namesOf(known) : `did you mean ${suggestion}?`;
      return `${visible(`--provider ${name}: the list has no model of it; ${help}`)}\n`;
    })
    .join("");
}

function namesOf(known: readonly string[]): string {
  if (known.length === 0) return "it has no model at all";
  const hidden = known.length - MOST_SHOWN;
  const shown = known.slice(0, MOST_SHOWN).join(", ");
  return hidden > 0 ? `it has ${shown} and ${hidden} more` : `it has ${shown}`;
}
