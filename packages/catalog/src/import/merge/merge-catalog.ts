import { isMap } from "yaml";
import { MOST_BYTES } from "../../file/file-problem.ts";
import { readPart } from "../../layers/read-part.ts";
import { isWritten, type Written, writtenList } from "../../layers/written.ts";
import { parseCatalog } from "../../parse-catalog.ts";
import type { CatalogProblem } from "../../problems/problem.ts";
import { createSourceText } from "../../problems/source-text.ts";
import { readYaml } from "../../yaml/read-yaml.ts";
import type { ImportedList } from "../read-list.ts";
import { type Selection, selector } from "../settle-rows.ts";
import { applyPlan } from "./apply-plan.ts";
import { type MergePlan, planMerge } from "./plan.ts";

/** A merged text with what changed, or why the file cannot be merged into. */
export type Merged =
  | { text: string; plan: MergePlan; problems: readonly [] }
  | { text: undefined; plan?: undefined; problems: readonly CatalogProblem[] };

/**
 * Merges an imported list into a catalog's YAML by the rule of plan.ts. What is not changed keeps every character:
 * comments, order, layout. Both the text and the result are checked with the catalog's own reader; a file that extends
 * others is checked by itself, without them. Never throws.
 */
export function mergeCatalog(text: string, file: string, list: ImportedList, selection: Selection): Merged {
  const bare = text.replace(/^\uFEFF/, "");
  const { file: yaml } = Buffer.byteLength(text) > MOST_BYTES ? {} : readYaml(createSourceText(file, bare));
  if (yaml === undefined || !isMap(yaml.root))
    return { text: undefined, problems: parseCatalog(text, { file }).problems };
  const { models, families, extends: layers } = isWritten(yaml.data) ? yaml.data : ({} satisfies Written);
  const problemsOf = (written: string): readonly CatalogProblem[] =>
    layers === undefined ? parseCatalog(written, { file }).problems : readPart(file, written).problems;
  const entries = writtenList(models).filter(isWritten);
  const familyIds = new Set(writtenList(families).map((family) => (isWritten(family) ? family["id"] : undefined)));
  const plan = planMerge(entries, list, familyIds, selector(selection));
  const merged = text.slice(0, text.length - bare.length) + applyPlan(bare, yaml.root, { entries, plan, list });
  const problems = problemsOf(merged);
  if (problems.length === 0) return { text: merged, plan, problems: [] };
  // What was wrong before is told with the places of the file as it is.
  const before = problemsOf(text);
  return { text: undefined, problems: before.length > 0 ? before : problems };
}
