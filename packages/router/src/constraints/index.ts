import type { Entry } from "../catalog/entry.ts";
import type { Reason } from "../explain/explanation.ts";
import type { Constraint, Demand } from "./constraint.ts";
import { contextWindow } from "./context-window.ts";
import { denied } from "./denied.ts";
import { disabled } from "./disabled.ts";
import { maxCost } from "./max-cost.ts";
import { maxSeconds } from "./max-seconds.ts";
import { inputModality, outputModality } from "./modalities.ts";
import { notAllowed } from "./not-allowed.ts";
import { retired } from "./retired.ts";
import { structuredOutput } from "./structured-output.ts";
import { tools } from "./tools.ts";
import { unavailable } from "./unavailable.ts";

/** All constraints, in the order in which reasons are listed: what no request can change comes first. */
const CONSTRAINTS: readonly Constraint[] = [
  retired,
  disabled,
  notAllowed,
  denied,
  unavailable,
  contextWindow,
  inputModality,
  outputModality,
  tools,
  structuredOutput,
  maxCost,
  maxSeconds,
];

/** Every reason why the model cannot serve the request; none where it can. */
export function reasonsAgainst(model: Entry, demand: Demand): Reason[] {
  const reasons: Reason[] = [];
  // A loop: this is half of what an explanation costs, and flatMap makes a list for each constraint.
  for (const constraint of CONSTRAINTS) {
    const reason = constraint(model, demand);
    if (reason !== undefined) reasons.push(reason);
  }
  return reasons;
}

/** Whether the model can serve the request. */
export function canServe(model: Entry, demand: Demand): boolean {
  return CONSTRAINTS.every((constraint) => constraint(model, demand) === undefined);
}
