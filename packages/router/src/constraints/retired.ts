// Excluded when its status is retired: such a model only tells what an old hint meant.
import type { Constraint } from "./constraint.ts";

/** The model must still be served. */
export const retired: Constraint = ({ status, replacedBy }) => {
  if (status !== "retired") return undefined;
  const message = replacedBy === undefined ? "retired" : `retired, replaced by ${replacedBy}`;
  return { code: "retired", has: status, message };
};
