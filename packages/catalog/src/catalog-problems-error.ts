import { formatProblem } from "./problems/format-problem.ts";
import type { CatalogProblem } from "./problems/problem.ts";

/** Problems that the message of an error spells out. */
const MOST_SHOWN = 20;

/** A catalog that cannot be used. `problems` holds all that is wrong with it; the message shows the first twenty. */
export class CatalogProblemsError extends Error {
  override readonly name = "CatalogProblemsError";
  readonly problems: readonly CatalogProblem[];

  constructor(problems: readonly CatalogProblem[]) {
    const shown = problems.slice(0, MOST_SHOWN).map(formatProblem);
    const rest = problems.length - shown.length;
    if (rest > 0) shown.push(`and ${rest} more`);
    super(shown.join("\n"));
    this.problems = problems;
  }
}
