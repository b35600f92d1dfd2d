import { mismatch } from "./mismatch.ts";
import type { CatalogProblemCode, Finding } from "./problem.ts";
import type { Suggest } from "./suggestion.ts";
import { quote } from "./visible.ts";

/** The finding for a name that should be one of those that are declared. */
export function undeclared(
  code: CatalogProblemCode,
  expected: string,
  name: string,
  declared: Iterable<string>,
  suggest: Suggest,
): Finding {
  return mismatch(code, { expected, received: quote(name), suggestion: suggest(name, declared) });
}

/** All names but one, read only as far as they are needed. */
export function* allBut(name: string, names: Iterable<string>): Generator<string> {
  for (const other of names) if (other !== name) yield other;
}
