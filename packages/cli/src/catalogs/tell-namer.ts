import type { FileFinding } from "../kinds/catalog-findings.ts";
import type { CatalogChoice } from "./choose-catalog.ts";

/** The findings, those about a whole file that the user did not name now with the variable that names it. */
export function tellNamer(
  findings: readonly FileFinding[],
  { files, namedBy }: Pick<CatalogChoice, "files" | "namedBy">,
): FileFinding[] {
  return findings.map((finding) => {
    const isAboutFile = finding.line === undefined && finding.path === "";
    if (namedBy === undefined || !isAboutFile || !files.includes(finding.file)) return finding;
    return { ...finding, message: `${finding.message} (${namedBy} names this file)` };
  });
}
