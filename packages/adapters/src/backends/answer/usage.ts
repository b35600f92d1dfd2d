import type { Usage } from "../backend.ts";

/** Counts of tokens as a provider gives them, nothing of it checked. */
export type GivenUsage = { input: unknown; output: unknown; cacheRead?: unknown; cacheWrite?: unknown };

/** Tokens as counted by the provider. Undefined where input or output is no count; cached tokens only where there are some. */
export function usageOf({ input, output, cacheRead, cacheWrite }: GivenUsage): Usage | undefined {
  if (!isCount(input) || !isCount(output)) return undefined;
  return {
    inputTokens: input,
    outputTokens: output,
    ...(isCount(cacheRead) && cacheRead > 0 ? { cacheReadTokens: cacheRead } : {}),
    ...(isCount(cacheWrite) && cacheWrite > 0 ? { cacheWriteTokens: cacheWrite } : {}),
  };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
