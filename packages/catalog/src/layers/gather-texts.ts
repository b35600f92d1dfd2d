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
  const gathered = gatherNothing();
  const parts: Part[] = [];
  let isBundledBelow = false;
  for (const { file, text } of texts) {
    const { part, problems } = readPart(file, text);
    gathered.files.push(file);
    gathered.problems = gathered.problems.concat(problems);
    if (part === undefined) {
      gathered.isIncomplete ||= problems.some(({ code }) => code !== "empty");
      continue;
    }
    parts.push(part);
    for (const mention of mentionsIn(part)) {
      if (mention.text === BUNDLED) isBundledBelow = true;
      else {
        gathered.problems.push(mention.report(refuseMention(mention.text) ?? WITHOUT_FOLDER));
        gathered.isIncomplete = true;
      }
    }
  }
  if (isBundledBelow) gathered.layers.push(bundledLayer());
  gathered.layers.push(parts);
  return gathered;
}
