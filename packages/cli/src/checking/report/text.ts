import { type CatalogWarning, formatProblem, groupWarnings } from "@modelpref/catalog";
import { visible } from "../../terminal/visible.ts";
import type { Checked, Outcome } from "../finding.ts";
import { cut } from "./most-shown.ts";

/** Every problem and warning with its place and a caret, then a line for each catalog. */
export function reportText({ problems, warnings, catalogs }: Outcome): string {
  const [shown, hidden] = cut(problems);
  const grouped = groupWarnings(warnings);
  const lines = [
    ...shown.map(formatProblem),
    ...(hidden > 0 ? [`... and ${hidden} more problems`] : []),
    ...grouped.map(formatWarning),
    ...catalogs.map(summary),
    ...(grouped.length < warnings.length ? ["(--format json tells every warning)"] : []),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** Files that could not be read at all, for standard error. */
export function reportUnreadable({ unreadable }: Outcome): string {
  return unreadable.map((problem) => `${formatProblem(problem)}\n`).join("");
}

function formatWarning(warning: CatalogWarning): string {
  return formatProblem({ ...warning, message: `warning: ${warning.message}` });
}

function summary({ name, size, problems, problemsIn, warnings }: Checked): string {
  const where = problemsIn === undefined ? "" : ` in ${visible(problemsIn)}`;
  const found = [problems > 0 ? `${count(problems, "problem")}${where}` : "no problem"];
  if (warnings > 0) found.push(count(warnings, "warning"));
  return [visible(name), ...sizeText(size), found.join(", ")].join(": ");
}

function sizeText(size: Checked["size"]): string[] {
  if (size === undefined) return [];
  const among = size.retired > 0 ? ` (${size.retired} retired)` : "";
  const families = size.families === 1 ? "1 family" : `${size.families} families`;
  return [`${count(size.models, "model")}${among}, ${families}`];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
