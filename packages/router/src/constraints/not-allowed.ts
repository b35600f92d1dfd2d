// Excluded when an allow list is in force and no glob of it fits. All lists must fit; an empty one allows nothing.
import { fitsGlob } from "../policy/glob.ts";
import type { Constraint } from "./constraint.ts";

/** The model must be on every allow list. */
export const notAllowed: Constraint = ({ id }, { limits }) => {
  const missed = limits.allow?.find((globs) => !globs.some((glob) => fitsGlob(id, glob)));
  if (missed === undefined) return undefined;
  const message = missed.length > 0 ? `not on the allow list (${missed.join(", ")})` : "the allow list is empty";
  return { code: "not-allowed", needed: missed, has: id, message };
};
