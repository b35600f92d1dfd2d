import { visible } from "../terminal/visible.ts";
import { cutToWidth, displayWidth } from "../terminal/width.ts";
import type { Path, Position, Problem } from "./problem.ts";

const SIMPLE_KEY = /^[A-Za-z_$][\w$-]*$/;

/** `modelPreferences.hints[0].name`; keys that would mislead are quoted. */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    if (!SIMPLE_KEY.test(step)) return `${text}[${JSON.stringify(step)}]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");
}

/** `request.json:3:21`, a form terminals make clickable. */
function formatPlace(problem: Problem): string {
  const place = problem.position ? [problem.position.line, problem.position.column] : [];
  return [problem.file, ...place].filter((part) => part !== undefined).join(":");
}

/** What is wrong, without its place: `expected a number, received "x"; did you mean …`. */
export function formatMessage(problem: Problem): string {
  const message = problem.message ?? `expected ${problem.expected}, received ${problem.received}`;
  return problem.remedy === undefined ? message : `${message}; ${problem.remedy}`;
}

/** Columns of a source line that are shown. */
const EXCERPT = 76;

/** The line of the source round the place, and a caret under it. */
function formatExcerpt({ source, column }: Position): string[] {
  const start = Math.max(0, Math.min(column - 1 - EXCERPT / 2, source.length - EXCERPT));
  const shown = visible(cutToWidth(source.slice(start).replaceAll("\t", " "), EXCERPT));
  const before = visible(source.slice(start, column - 1).replaceAll("\t", " "));
  return [`  ${shown}`, `  ${" ".repeat(displayWidth(before))}^`];
}

/** Place and path: `request.json:3:21 modelPreferences.costPriority`. */
function formatHeading(problem: Problem): string {
  const parts = [formatPlace(problem), formatPath(problem.path ?? [])].filter((part) => part !== "");
  return parts.join(problem.position ? " " : ": ");
}

/** One problem as a line: place, path, message. Nothing in it can steer a terminal. */
export function formatProblemLine(problem: Problem): string {
  const heading = formatHeading(problem) || "error";
  return visible(`${heading}: ${formatMessage(problem)}`);
}

/** One problem in words: its line, then the source line with a caret where there is one. */
export function formatProblem(problem: Problem): string {
  if (problem.formatted !== undefined) return problem.formatted;
  const excerpt = problem.position ? formatExcerpt(problem.position) : [];
  return [formatProblemLine(problem), ...excerpt].join("\n");
}

/** Problems beyond this many are counted. */
const SHOWN = 50;

/** All problems in words, the last of very many counted only. */
export function formatProblems(problems: readonly Problem[]): string {
  const shown = problems.slice(0, SHOWN).map(formatProblem);
  const hidden = problems.length - shown.length;
  return [...shown, ...(hidden > 0 ? [`... and ${hidden} more`] : []), ""].join("\n");
}
