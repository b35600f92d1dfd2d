// Excluded when a modality is needed and not listed. A model that lists nothing takes text in and gives text out.
import type { Constraint } from "./constraint.ts";

const TEXT_ONLY: readonly string[] = ["text"];

/** The model must read what the messages hold. */
export const inputModality: Constraint = (model, { needs }) => {
  const has = model.input ?? TEXT_ONLY;
  const missing = needs.input.filter((modality) => !has.includes(modality));
  if (missing.length === 0) return undefined;
  return { code: "input-modality", needed: needs.input, has, message: `cannot read ${missing.join(", ")}` };
};

/** The model must produce what is asked for. */
export const outputModality: Constraint = (model, { needs }) => {
  const has = model.output ?? TEXT_ONLY;
  const missing = needs.output.filter((modality) => !has.includes(modality));
  if (missing.length === 0) return undefined;
  return { code: "output-modality", needed: needs.output, has, message: `cannot produce ${missing.join(", ")}` };
};
