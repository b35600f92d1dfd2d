import type { PartialWeights } from "../catalog/policy.ts";
import type { Warning } from "../explain/explanation.ts";
import { type NumberRange, readNumber } from "./read-number.ts";

const PRIORITY: NumberRange = { least: 0, most: 1, whole: false, code: "priority-out-of-range" };

/** MCP's name of the priority for each criterion. */
export const PRIORITY_NAMES: Readonly<{
  cost: "costPriority";
  speed: "speedPriority";
  intelligence: "intelligencePriority";
}> = {
  cost: "costPriority",
  speed: "speedPriority",
  intelligence: "intelligencePriority",
};

/** The stated priorities, clamped to 0..1 (R22). */
export function readPriorities(preferences: Readonly<Record<string, unknown>>, warnings: Warning[]): PartialWeights {
  const read = (name: string): number | undefined => readNumber(preferences[name], name, PRIORITY, warnings);
  return {
    cost: read(PRIORITY_NAMES.cost),
    speed: read(PRIORITY_NAMES.speed),
    intelligence: read(PRIORITY_NAMES.intelligence),
  };
}
