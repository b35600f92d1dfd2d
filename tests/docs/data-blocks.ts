import { parseDocument } from "yaml";
import type { FencedBlock } from "./fenced-blocks.ts";
import { type Finding, fault } from "./finding.ts";

/** Reads a catalog and says what is wrong with it, a problem a text; none where it is sound. */
export type CheckCatalog = (text: string, file: string) => readonly string[];

/** A `json` block must parse. */
export function jsonFaults(block: FencedBlock): Finding[] {
  try {
    JSON.parse(block.text);
    return [];
  } catch (error) {
    return [fault(block, "json", String(error))];
  }
}

/** A `yaml` block must be valid YAML, and a valid catalog where it begins with a version and lists no tests. */
export function yamlFaults(block: FencedBlock, checkCatalog: CheckCatalog): Finding[] {
  const document = parseDocument(block.text);
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) return [fault(block, "yaml", problem.message)];
  if (!isCatalog(block.text) || document.has("tests")) return [];
  // Lines before the text make the problems' line numbers those of the document.
  const text = "\n".repeat(block.line) + block.text;
  return checkCatalog(text, block.file).map((problem) => fault(block, "catalog", problem));
}

/** A whole catalog begins with its version; what begins otherwise is a part of one. */
function isCatalog(text: string): boolean {
  return /^(?:#.*\n|\s*\n)*version: 1\b/.test(text);
}
