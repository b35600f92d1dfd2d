import type { Case } from "../case.ts";
import { CAPABILITY } from "./capability.ts";
import { ERRORS } from "./errors.ts";
import { MESSAGES } from "./messages.ts";
import { PARAMETERS } from "./parameters.ts";
import { PREFERENCES } from "./preferences.ts";
import { RESULTS } from "./results.ts";
import { SECURITY } from "./security.ts";
import { TOOL_MESSAGES } from "./tool-messages.ts";

/** All cases, one file a group of rules. */
export const CASES: readonly Case[] = [
  ...CAPABILITY,
  ...MESSAGES,
  ...TOOL_MESSAGES,
  ...PARAMETERS,
  ...PREFERENCES,
  ...RESULTS,
  ...ERRORS,
  ...SECURITY,
];
