// Faults that the invariants must find. Each is one small change of the router's source:
//
//   name      what is wrong, in a few words
//   why       what would happen to a user
//   file      in packages/router/src
//   find      text that stands in the file exactly once
//   replace   what stands there instead
//   killedBy  the invariant whose test must fail, as its titles begin
import { CONSTRAINTS } from "./constraints.mjs";
import { CRITERIA } from "./criteria.mjs";
import { EXPLANATION } from "./explanation.mjs";
import { FAST_ROUTER } from "./fast-router.mjs";
import { NAMES } from "./names.mjs";
import { ORDER } from "./order.mjs";
import { WEIGHTS } from "./weights.mjs";

/** All mutants, in the order in which they are tried. */
export const MUTANTS = [...CRITERIA, ...WEIGHTS, ...ORDER, ...NAMES, ...CONSTRAINTS, ...EXPLANATION, ...FAST_ROUTER];
