import type { Router, Unavailable } from "@modelpref/router";
import { route } from "../steps/route.ts";
import { validateParams } from "../validate/validate-params.ts";
import type { Exchange } from "./exchange.ts";
import type { Lifetime } from "./lifetime.ts";

/** What an exchange is opened with. */
type Opening = {
  router: Pick<Router, "rank" | "explain">;
  surroundings: { server: string | undefined; unavailable: Unavailable };
  areToolsAllowed: boolean;
  lifetime: Lifetime;
};

/** The beginning of the way: validates params, measures them and ranks the models. @throws SamplingError -32602 */
export function openExchange(params: unknown, opening: Opening): Exchange {
  const { router, surroundings, lifetime } = opening;
  const valid = validateParams(params, opening);
  return {
    params: valid,
    ...route(valid, router, surroundings),
    withParams: (edited) => openExchange(edited, opening),
    lifetime,
  };
}
