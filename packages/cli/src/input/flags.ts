import type { Limits, ModelPreferences, Needs } from "@modelpref/router";

/** What the flags of the command line say of a request. What is left out says nothing. */
export type RequestFlags = {
  hint?: string[];
  cost?: number;
  speed?: number;
  intelligence?: number;
  inputTokens?: number;
  maxTokens?: number;
  needs?: Need[];
  maxCost?: number;
  maxSeconds?: number;
  allow?: string[];
  deny?: string[];
  server?: string;
  /** Only models that can be called with what the environment holds. */
  mine?: boolean;
};

/** The words of `--needs`. */
export const NEEDS = ["tools", "structured-output", "image", "audio", "pdf"] as const;

/** One word of `--needs`. */
export type Need = (typeof NEEDS)[number];

const FLAG_NAMES: readonly (keyof RequestFlags)[] = [
  "hint",
  "cost",
  "speed",
  "intelligence",
  "inputTokens",
  "maxTokens",
  "needs",
  "maxCost",
  "maxSeconds",
  "allow",
  "deny",
  "server",
  "mine",
];

/** Whether the flags alone describe a request. */
export function describeRequest(flags: RequestFlags): boolean {
  return FLAG_NAMES.some((name) => flags[name] !== undefined);
}

/** The preferences with those of the flags in place of their own. */
export function preferencesWith(stated: ModelPreferences, flags: RequestFlags): ModelPreferences {
  return {
    hints: flags.hint?.map((name) => ({ name })) ?? stated.hints,
    costPriority: flags.cost ?? stated.costPriority,
    speedPriority: flags.speed ?? stated.speedPriority,
    intelligencePriority: flags.intelligence ?? stated.intelligencePriority,
  };
}

/** The needs that `--needs` lists; undefined where it is not given. */
export function needsOf(flags: RequestFlags): Needs | undefined {
  if (flags.needs === undefined) return undefined;
  const named = new Set<string>(flags.needs);
  return {
    tools: named.has("tools"),
    structuredOutput: named.has("structured-output"),
    input: ["text", ...["image", "audio", "pdf"].filter((kind) => named.has(kind))],
  };
}

/** The limits that the flags set. */
export function limitsOf(flags: RequestFlags): Limits {
  return { max_cost_usd: flags.maxCost, max_seconds: flags.maxSeconds, allow: flags.allow, deny: flags.deny };
}
