import type { Finding } from "../problems/problem.ts";
import { bundledLayer } from "./bundled-layer.ts";
import { BUNDLED, mentionsIn, refuseMention } from "./extends.ts";
import { type Gathered, gatherNothing } from "./gathered.ts";
import type { Part } from "./part.ts";
import { readPart } from "./read-part.ts";

/** A YAML text and the name of its file, as problems shall show it. */
export type CatalogText = { file: string; text: string };

const WITHOUT_FOLDER: Finding = {
  code: "extends-without-folder",
  message: "a path leads nowhere from a text alone; only bundled can be extended here, or load the catalog as a file",
};

/** Reads texts as the parts of one layer; below it lies the bundled catalog where one of them extends it. */
export function gatherTexts(texts: readonly CatalogText[]): Gathered {
  const parts: Part[] = [];
  const gathered = gatherNothing();
  for (const { file, text } of texts) {
    const { part, problems } = readPart(file, text);
    gathered.files.push(file);
    gathered.problems = gathered.problems.concat(problems);
    if (part !== undefined) parts.push(part);
    else gathered.isIncomplete ||= problems.some(({ code }) => code !== "empty");
  }
  const below = gatherBelowTexts(parts);
  return {
    layers: [...below.layers, parts],
    files: gathered.files,
    problems: [...gathered.problems, ...below.problems],
    sought: [],
    isIncomplete: gathered.isIncomplete || below.isIncomplete,
  };
}

/** What lies below the parts of one layer where they have no folder: the bundled catalog, or nothing. */
export function gatherBelowTexts(parts: readonly Part[]): Gathered {
  const gathered = gatherNothing();
  for (const { text, report } of parts.flatMap(mentionsIn)) {
    if (text === BUNDLED) gathered.layers = [bundledLayer()];
    else {
      gathered.problems.push(report(refuseMention(text) ?? WITHOUT_FOLDER));
      gathered.isIncomplete = true;
    }
  }
  return gathered;
}
