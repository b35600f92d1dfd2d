import { mismatch } from "../problems/mismatch.ts";
import type { CatalogProblem, Finding } from "../problems/problem.ts";
import { quote } from "../problems/visible.ts";
import { text as textSchema } from "../schema/values.ts";
import type { Part } from "./part.ts";
import { writtenList } from "./written.ts";

/** The word for the catalog that comes with this package. */
export const BUNDLED = "bundled";

/** More than the letter of a Windows drive before a colon: an address. */
const ADDRESS = /^[a-z][a-z\d+.-]+:/i;

/** One entry of a file's `extends`, and how to say what is wrong with it. */
export type Mention = { text: string; report: (finding: Finding) => CatalogProblem };

/** What a file extends, from the lowest to the highest. */
export function mentionsIn(part: Part): Mention[] {
  return writtenList(part.written["extends"]).flatMap((text, index) => {
    const report = (finding: Finding): CatalogProblem => part.report(["extends", index], finding);
    // What is no text of one line was refused as a value already.
    const fitting = textSchema.safeParse(text);
    return fitting.success ? [{ text: fitting.data, report }] : [];
  });
}

/** Why an entry cannot be followed wherever it stands: catalogs are files, and nothing is fetched. */
export function refuseMention(text: string): Finding | undefined {
  if (!ADDRESS.test(text)) return undefined;
  const expected = '"bundled" or the path of a file';
  const finding = mismatch("extends-not-a-path", { expected, received: quote(text) });
  return { ...finding, message: `${finding.message}; nothing is fetched: save it as a file and name that` };
}
