import type { Excerpt } from "./excerpt.ts";
import type { Place } from "./problem.ts";
import { columnsOf, visible } from "./visible.ts";

/**
 * A problem in words: `models.yaml:3:11 models[0].cost.input: expected a number…`, a form that terminals make
 * clickable, then the source line with the place underlined. Nothing of it can steer a terminal.
 */
export function formatProblem(problem: Place & { message: string; code?: string }): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(":");
  const heading = problem.path === "" ? place : `${place} ${problem.path}`;
  const sentence = visible(`${heading}: ${problem.message}`);
  return [sentence, ...formatExcerpt(problem.excerpt)].join("\n");
}

function formatExcerpt(excerpt: Excerpt | undefined): string[] {
  // Under an empty line a caret shows nothing.
  if (excerpt === undefined || excerpt.text.trim() === "") return [];
  const { text, start, length } = excerpt;
  const shown = visible(text);
  const before = " ".repeat(columnsOf(shown.slice(0, start)));
  const under = "^".repeat(Math.max(1, columnsOf(shown.slice(start, start + length))));
  return [`  ${shown.trimEnd()}`, `  ${before}${under}`];
}
