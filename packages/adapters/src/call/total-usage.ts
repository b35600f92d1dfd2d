import type { Completion, Usage } from "../backends/backend.ts";

/** All tokens that were paid for to get an answer; undefined where nobody counted them all, or it was given before. */
export function totalUsage({ usage, wasted, cached }: Completion): Usage | undefined {
  if (cached === true || wasted === "unknown") return undefined;
  return usage === undefined || wasted === undefined ? usage : addUsage(usage, wasted);
}

/** The tokens of both. */
function addUsage(a: Usage, b: Usage): Usage {
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    cacheReadTokens: (a.cacheReadTokens ?? 0) + (b.cacheReadTokens ?? 0),
    cacheWriteTokens: (a.cacheWriteTokens ?? 0) + (b.cacheWriteTokens ?? 0),
  };
}
