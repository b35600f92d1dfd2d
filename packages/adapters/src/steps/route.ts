import { type Choice, describeNoPick, type Explanation, type Router, type RoutingRequest } from "@modelpref/router";
import { SamplingError } from "../handler/sampling-error.ts";
import { measureRequest } from "../measure/measure-request.ts";
import { mostInputTokens } from "../measure/tokens.ts";
import type { SamplingParams } from "../protocol/sampling.ts";
import { remembered } from "./remembered.ts";

/** The models that may answer a request, best first, and why. */
export type Routed = {
  /** The most tokens that its prompt can have, whatever the estimate says: what budgets reserve. */
  mostInputTokens: () => number;
  /** Computed as far as it is read, and once. */
  ranking: Iterable<Choice>;
  /** Computed when it is first asked for. */
  explanation: () => Explanation;
  /** Milliseconds until a model that rests may be called again; undefined where none rests. */
  rest: number | undefined;
};

/** What routing looks at besides the request. */
export type Surroundings = Pick<RoutingRequest, "server"> &
  Pick<Routed, "rest"> & {
    /** Models that cannot be called now, by id, with the reason. */
    unavailable: ReadonlyMap<string, string>;
  };

/** Measures a valid request and ranks the models for it. */
export function route(
  params: SamplingParams,
  router: Pick<Router, "rank" | "explain">,
  { server, unavailable, rest }: Surroundings,
): Routed {
  const { modelPreferences } = params;
  const request: RoutingRequest = { ...measureRequest(params), modelPreferences, server, unavailable };
  let most: number | undefined;
  let explained: Explanation | undefined;
  const explanation = (): Explanation => {
    explained ??= router.explain(request);
    return explained;
  };
  return {
    mostInputTokens: () => {
      most ??= mostInputTokens(params);
      return most;
    },
    ranking: remembered(router.rank(request)),
    explanation,
    rest,
  };
}

/** Lets only requests pass that some model may serve. @throws SamplingError with the counted reasons */
export function requireModel({ ranking, explanation, rest }: Routed): void {
  for (const _ of ranking) return;
  throw new SamplingError(
    "no-model",
    describeNoPick(explanation()),
    rest === undefined ? {} : { retryAfterMs: Math.ceil(rest) },
  );
}
