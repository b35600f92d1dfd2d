import { isScalar, type ParsedNode } from "yaml";
import { closest } from "../problems/suggestion.ts";

const TRUE = /^(?:y|yes|on|true)$/i;
const FALSE = /^(?:n|no|off|false)$/i;
/** Commas between groups of three digits. */
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
/** What YAML reads as text, in a list too, whatever stands in it. */
const PLAIN = /^(?!true$|false$|null$)[./]*[a-z][\w./-]*$/i;
/** The longest text that is suggested as an entry of a list. */
const LONGEST_ENTRY = 60;
/** The longest text that can be a number. */
const LONGEST_NUMBER = 30;

/** What a value of the wrong type was probably meant to be, as it would be written; `wanted` is zod's name of the type. */
export function suggestOfType(wanted: string, node: ParsedNode | null): string | undefined {
  if (!isScalar(node)) return undefined;
  const { value } = node;
  if (wanted === "string") return suggestText(value);
  if (wanted === "array") return suggestList(value);
  if (typeof value !== "string") return undefined;
  if (wanted === "number") return suggestNumber(value);
  return wanted === "boolean" ? suggestBoolean(value) : undefined;
}

/** The choice that a value probably misspells. */
export function suggestChoice(choices: readonly unknown[], node: ParsedNode | null): string | undefined {
  if (!isScalar(node) || typeof node.value !== "string") return undefined;
  return closest(node.value, choices.map(String));
}

function suggestText(value: unknown): string | undefined {
  return typeof value === "number" || typeof value === "boolean" ? `"${value}"` : undefined;
}

/** A list of one text; quoted where YAML would read it otherwise. */
function suggestList(value: unknown): string | undefined {
  const text = suggestText(value) ?? value;
  if (typeof text !== "string" || text === "" || text.length > LONGEST_ENTRY) return undefined;
  return `[${PLAIN.test(text) || text !== value ? text : JSON.stringify(text)}]`;
}

function suggestNumber(value: string): string | undefined {
  if (value.length > LONGEST_NUMBER) return undefined;
  const bare = value.replaceAll(/[$€_\s]/gu, "");
  const plain = GROUPED.test(bare) ? bare.replaceAll(",", "") : bare.replace(",", ".");
  return plain !== "" && Number.isFinite(Number(plain)) ? plain : undefined;
}

function suggestBoolean(value: string): string | undefined {
  if (TRUE.test(value)) return "true";
  return FALSE.test(value) ? "false" : undefined;
}
