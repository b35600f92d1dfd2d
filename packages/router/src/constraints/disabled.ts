// Excluded when the catalog says `enabled: false`.
import type { Constraint } from "./constraint.ts";

/** The user must not have switched the model off. */
export const disabled: Constraint = ({ enabled }) =>
  enabled ? undefined : { code: "disabled", has: false, message: "switched off in the catalog" };
