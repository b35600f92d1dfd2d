// Excluded when the request needs structured output and the model does not offer it; unknown excludes.
import type { Constraint } from "./constraint.ts";

/** A request for structured output needs a model that keeps to a schema. */
export const structuredOutput: Constraint = (model, { needs }) => {
  if (!needs.structuredOutput || model.structuredOutput === true) return undefined;
  const message = model.structuredOutput === false ? "no structured output" : "no structured output known";
  return { code: "structured-output", needed: true, has: model.structuredOutput ?? null, message };
};
