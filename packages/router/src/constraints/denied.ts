// Excluded when any glob of a deny list fits.
import { fitsGlob } from "../policy/glob.ts";
import type { Constraint } from "./constraint.ts";

/** The model must be on no deny list. */
export const denied: Constraint = ({ id }, { limits }) => {
  const glob = limits.deny?.find((glob) => fitsGlob(id, glob));
  if (glob === undefined) return undefined;
  return { code: "denied", needed: glob, has: id, message: `denied by ${glob}` };
};
