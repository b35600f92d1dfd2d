import type { Usage } from "../../backends/backend.ts";

/** Tokens in whole shares, by weight; together they are all of them. */
export function shareUsage(usage: Usage, weights: readonly number[]): Usage[] {
  const input = shareOut(usage.inputTokens, weights);
  const output = shareOut(usage.outputTokens, weights);
  const read = shareOut(usage.cacheReadTokens ?? 0, weights);
  const write = shareOut(usage.cacheWriteTokens ?? 0, weights);
  return weights.map((_, index) => ({
    inputTokens: input[index] ?? 0,
    outputTokens: output[index] ?? 0,
    cacheReadTokens: read[index] ?? 0,
    cacheWriteTokens: write[index] ?? 0,
  }));
}

function shareOut(tokens: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let weighed = 0;
  let given = 0;
  return weights.map((weight) => {
    weighed += weight;
    const upToHere = whole === 0 ? 0 : Math.round((tokens * weighed) / whole);
    const share = upToHere - given;
    given = upToHere;
    return share;
  });
}
