// Excluded when the request needs tools and the model does not offer them; unknown excludes.
import type { Constraint } from "./constraint.ts";

/** A request with tools needs a model that calls them. */
export const tools: Constraint = (model, { needs }) => {
  if (!needs.tools || model.tools === true) return undefined;
  const message = model.tools === false ? "no tool support" : "no tool support known";
  return { code: "tools", needed: true, has: model.tools ?? null, message };
};
