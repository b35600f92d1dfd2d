import type { Model } from "@modelpref/router";
import type { SamplingParams, SamplingResult } from "../protocol/sampling.ts";
import type { Routed } from "../steps/route.ts";
import type { Lifetime } from "./lifetime.ts";

/** A request on its way: validated, measured and ranked. */
export type Exchange = Routed & {
  /** The params, a checked copy. */
  params: SamplingParams;
  /** The same request with other params, validated and ranked again. @throws SamplingError as for new ones */
  withParams: (params: SamplingParams) => Exchange;
  /** The same request ranked again without some models: the id of each, and the reason as explanations show it. */
  without: (models: ReadonlyMap<string, string>) => Exchange;
  /** A model's entry in the catalog, by its id. */
  modelOf: (id: string) => Model | undefined;
  /** The server that asks, by the name that the user gave it. */
  server: string | undefined;
  /** What stays the same however often it is edited. */
  lifetime: Lifetime;
};

/** An answer on its way back. */
export type Answer = {
  /** The id of the model that gave it. */
  model: string;
  result: SamplingResult;
};

/** Hands an exchange to the steps that follow. */
export type Next = (exchange: Exchange) => Promise<Answer>;

/**
 * One step of the way: it may refuse the exchange, change it, or hand it on, and do the same with the answer that comes
 * back. Errors of a step are `SamplingError`s.
 */
export type Step = (exchange: Exchange, next: Next) => Promise<Answer>;

/** Several steps as one way: the first is the outermost, the last one answers. */
export function joinSteps(steps: readonly Step[]): Next {
  const end: Next = () => Promise.reject(new Error("the last step must answer"));
  return steps.reduceRight<Next>((next, step) => (exchange) => step(exchange, next), end);
}
