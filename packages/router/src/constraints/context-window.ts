// Excluded when n_in > limit.input, or n_in >= limit.context (the answer needs a token too). An unknown window passes.
import type { Constraint } from "./constraint.ts";

/** The prompt must fit. */
export const contextWindow: Constraint = ({ inputLimit, contextLimit }, { inputTokens }) => {
  const fitsInput = inputLimit === undefined || inputTokens <= inputLimit;
  const fitsContext = contextLimit === undefined || inputTokens < contextLimit;
  if (fitsInput && fitsContext) return undefined;
  const has = (fitsContext ? inputLimit : contextLimit) ?? 0;
  const message = `context window too small: the prompt has ${inputTokens} tokens, the model takes ${fitsContext ? has : `fewer than ${has}`}`;
  return { code: "context-window", needed: inputTokens, has, message };
};
