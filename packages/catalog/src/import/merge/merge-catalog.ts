import { isMap, type YAMLMap } from "yaml";
import { MOST_BYTES } from "../../file/file-problem.ts";
import { findProblems } from "../../layers/assemble.ts";
import { gatherBelow } from "../../layers/gather-files.ts";
import { gatherBelowTexts } from "../../layers/gather-texts.ts";
import { type Gathered, gatherNothing } from "../../layers/gathered.ts";
import { mergeLayers } from "../../layers/merge-layers.ts";
import { type Part, yamlPart } from "../../layers/part.ts";
import { readPart } from "../../layers/read-part.ts";
import type { CatalogProblem } from "../../problems/problem.ts";
import { createSourceText } from "../../problems/source-text.ts";
import { readYaml } from "../../yaml/read-yaml.ts";
import type { ImportedList } from "../read-list.ts";
import type { Selection } from "../settle-rows.ts";
import { applyPlan } from "./apply-plan.ts";
import { type MergePlan, planMerge } from "./plan.ts";

/** A merged text with what changed, or why the file cannot be merged into. */
export type Merged =
  | { text: string; plan: MergePlan; problems: readonly [] }
  | { text: undefined; plan?: undefined; problems: readonly CatalogProblem[] };

/**
 * Merges an imported list into a catalog's YAML by the rule of plan.ts. What is not changed keeps every character:
 * comments, order, layout. Both the text and the result are checked with the catalog's own reader. Like `parseCatalog`
 * it takes a text that extends `bundled`, but no files. Never throws.
 */
export function mergeCatalog(text: string, file: string, list: ImportedList, selection: Selection): Merged {
  const opened = open(text, file);
  if (opened === undefined) return refuse(text, file);
  const below = gatherBelowTexts([opened.part]);
  return prove(text, file, below, edit(opened, below, list, selection));
}

/**
 * Does the same with the text of a file that may extend others: reads them, as `readCatalog` does. The file itself is
 * neither read nor written. Never throws.
 *
 * @param options.userFile a file that lies on the bundled catalog wherever that is extended, if it exists
 */
export async function mergeLayeredCatalog(
  text: string,
  file: string,
  list: ImportedList,
  { userFile, ...selection }: Selection & { userFile?: string | undefined },
): Promise<Merged> {
  const opened = open(text, file);
  if (opened === undefined) return refuse(text, file);
  const below = await gatherBelow(opened.part, userFile);
  return prove(text, file, below, edit(opened, below, list, selection));
}

/** A text that can be edited, where nothing but its YAML was checked. `mark` is the byte order mark, if there is one. */
type Opened = { mark: string; bare: string; root: YAMLMap.Parsed; part: Part };

/** Undefined where the text is no map in YAML. */
function open(text: string, file: string): Opened | undefined {
  if (Buffer.byteLength(text) > MOST_BYTES) return undefined;
  const bare = text.replace(/^\uFEFF/, "");
  const { file: yaml } = readYaml(createSourceText(file, bare));
  if (yaml === undefined || !isMap(yaml.root)) return undefined;
  return { mark: text.slice(0, text.length - bare.length), bare, root: yaml.root, part: yamlPart(yaml, undefined) };
}

type Edited = { text: string; plan: MergePlan };

function edit({ mark, bare, root, part }: Opened, below: Gathered, list: ImportedList, selection: Selection): Edited {
  const target = { part, whole: mergeLayers([...below.layers, [part]]).whole };
  const plan = planMerge(target, list, selection);
  return { text: mark + applyPlan(bare, root, { target, plan, list }), plan };
}

/** Nothing is handed out that is not a sound catalog. */
function prove(text: string, file: string, below: Gathered, { text: edited, plan }: Edited): Merged {
  const problems = problemsOf(edited, file, below);
  if (problems.length === 0) return { text: edited, plan, problems: [] };
  // What was wrong before is told with the places of the file as it is.
  const before = problemsOf(text, file, below);
  return { text: undefined, problems: before.length > 0 ? before : problems };
}

function refuse(text: string, file: string): Merged {
  return { text: undefined, problems: problemsOf(text, file, gatherNothing()) };
}

/** All that is wrong with a text and the layers below it. */
function problemsOf(text: string, file: string, below: Gathered): readonly CatalogProblem[] {
  const { part, problems } = readPart(file, text);
  return findProblems({
    ...below,
    layers: part === undefined ? below.layers : [...below.layers, [part]],
    files: [...below.files, file],
    problems: [...below.problems, ...problems],
    isIncomplete: below.isIncomplete || part === undefined,
  });
}
