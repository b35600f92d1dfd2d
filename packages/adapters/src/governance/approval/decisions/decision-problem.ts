import { visible } from "@modelpref/router/words";

/** What can be wrong with the file of decisions. Closed: branch on it. */
export type DecisionProblemCode = "unreadable" | "too-large" | "syntax" | "wrong-value" | "unwritable";

/** One thing that is wrong with the file of decisions. Line and column from 1, where there is a place. */
export type DecisionProblem = {
  code: DecisionProblemCode;
  file: string;
  line?: number | undefined;
  column?: number | undefined;
  /** What was expected, what came, and what follows. */
  message: string;
};

/** A problem in words: `approvals.yaml:3:11: expected …`, a form that terminals make clickable and nothing can steer. */
export function formatDecisionProblem({ file, line, column, message }: DecisionProblem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  return visible(`${place}: ${message}`);
}
