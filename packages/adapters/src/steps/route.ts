import { type Choice, describeNoPick, type Explanation, type Router, type RoutingRequest } from "@modelpref/router";
import { SamplingError } from "../handler/sampling-error.ts";
import { measureRequest } from "../measure/measure-request.ts";
import type { SamplingParams } from "../protocol/sampling.ts";

/** The models that may answer a request, best first, and why. */
export type Routed = { ranking: Iterable<Choice>; explanation: () => Explanation };

/** Measures a valid request and ranks the models for it. */
export function route(
  params: SamplingParams,
  router: Pick<Router, "rank" | "explain">,
  { server, unavailable }: Pick<RoutingRequest, "server" | "unavailable">,
): Routed {
  const { modelPreferences } = params;
  const request: RoutingRequest = { ...measureRequest(params), modelPreferences, server, unavailable };
  let explained: Explanation | undefined;
  const explanation = (): Explanation => {
    explained ??= router.explain(request);
    return explained;
  };
  return { ranking: router.rank(request), explanation };
}

/** Lets only requests pass that some model may serve. @throws SamplingError with the counted reasons */
export function requireModel({ ranking, explanation }: Routed): void {
  for (const _ of ranking) return;
  throw new SamplingError("no-model", describeNoPick(explanation()));
}
