import type { Step } from "../handler/exchange.ts";

/** Where the explanation stands in an answer's `_meta` (R27). */
const EXPLANATION_KEY = "modelpref/explanation";

/** Sends the explanation along with the answer. */
export const showExplanation: Step = async (exchange, next) => {
  const { model, result } = await next(exchange);
  return { model, result: { ...result, _meta: { ...result._meta, [EXPLANATION_KEY]: exchange.explanation() } } };
};
