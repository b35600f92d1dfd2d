import { type Choice, costOfUsage } from "@modelpref/router";
import { worstCost } from "../cost/worst-cost.ts";
import type { Exchange } from "../handler/exchange.ts";

/** A model that may be called for a request. */
export type Candidate = {
  /** Its id in the catalog. */
  id: string;
  /** What a call of it will cost in USD, by the estimate that the ranking goes by; undefined where its price is unknown. */
  expectedUsd: number | undefined;
  /** What it may cost where the answer takes all tokens it may and each is the dearest, by the same estimate of the prompt. */
  worstUsd: number | undefined;
};

/** The models of a ranking that may be called, best first: where one fails, the next one steps in. */
export function firstOf(ranking: Iterable<Choice>, maxAttempts: number): Choice[] {
  const first: Choice[] = [];
  for (const choice of ranking) {
    if (first.length === maxAttempts) break;
    first.push(choice);
  }
  return first;
}

/** They, with what a call of each costs. */
export function candidatesFor(exchange: Exchange, maxAttempts: number): Candidate[] {
  return firstOf(exchange.ranking, maxAttempts).map(({ id }) => candidateFor(exchange, id));
}

/** One model, with what a call of it costs. */
export function candidateFor({ params, explanation, modelOf }: Exchange, id: string): Candidate {
  const { inputTokens, expectedOutputTokens } = explanation().request;
  const model = modelOf(id) ?? { id };
  return {
    id,
    expectedUsd: costOfUsage(model, { inputTokens, outputTokens: expectedOutputTokens }),
    worstUsd: worstCost(model, { inputTokens, maxTokens: params.maxTokens }),
  };
}
