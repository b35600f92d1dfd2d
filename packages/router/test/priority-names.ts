import type { CriterionName } from "../src/index.ts";

/** MCP's name of the priority of each criterion. */
export const PRIORITY = {
  cost: "costPriority",
  speed: "speedPriority",
  intelligence: "intelligencePriority",
} as const satisfies Record<CriterionName, string>;
