import { costOfUsage, type Model } from "@modelpref/router";
import type { Exchange } from "../handler/exchange.ts";
import type { Models } from "../handler/models.ts";

/** A model that may be called for a request. */
export type Candidate = {
  /** Its id in the catalog. */
  id: string;
  /** What a call of it will cost in USD, by the estimate that the ranking goes by; undefined where its price is unknown. */
  expectedUsd: number | undefined;
  /** What it may cost where the answer takes all tokens it may (the worst case of design section 4). */
  worstUsd: number | undefined;
};

/** What is known of who may be called. */
export type Callable = { models: Pick<Models, "get">; maxAttempts: number };

/** The models that may be called for a request, best first: where one fails, the next one steps in. */
export function candidatesFor({ ranking, explanation }: Exchange, { models, maxAttempts }: Callable): Candidate[] {
  const { inputTokens, expectedOutputTokens, maxTokens } = explanation().request;
  const candidates: Candidate[] = [];
  for (const { id } of ranking) {
    if (candidates.length === maxAttempts) break;
    const model: Model = models.get(id) ?? { id };
    const most = Math.min(maxTokens ?? expectedOutputTokens, model.limit?.output ?? Number.POSITIVE_INFINITY);
    const costOf = (outputTokens: number): number | undefined => costOfUsage(model, { inputTokens, outputTokens });
    candidates.push({ id, expectedUsd: costOf(expectedOutputTokens), worstUsd: costOf(most) });
  }
  return candidates;
}
