import type { Router } from "@modelpref/router";
import { route, type Surroundings } from "../steps/route.ts";
import { validateParams } from "../validate/validate-params.ts";
import type { Exchange } from "./exchange.ts";
import type { Lifetime } from "./lifetime.ts";

/** What an exchange is opened with. */
type Opening = {
  router: Pick<Router, "rank" | "explain">;
  surroundings: Surroundings;
  areToolsAllowed: boolean;
  lifetime: Lifetime;
};

/** The beginning of the way: validates params, measures them and ranks the models. @throws SamplingError -32602 */
export function openExchange(params: unknown, opening: Opening): Exchange {
  const { router, surroundings, lifetime } = opening;
  const valid = validateParams(params, opening);
  return {
    params: valid,
    server: surroundings.server,
    ...route(valid, router, surroundings),
    withParams: (edited) => openExchange(edited, opening),
    lifetime,
  };
}
