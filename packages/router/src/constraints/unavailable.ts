// Excluded when it is in the caller's snapshot: circuit open, rate limited, no credentials.
import type { Constraint } from "./constraint.ts";

/** The caller must be able to call the model now. */
export const unavailable: Constraint = ({ id }, { unavailable: snapshot }) => {
  const reason = snapshot.get(id);
  if (reason === undefined) return undefined;
  return {
    code: "unavailable",
    has: reason || null,
    message: reason === "" ? "unavailable now" : `unavailable: ${reason}`,
  };
};
