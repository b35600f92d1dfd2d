import type { Router } from "@modelpref/router";
import type { SamplingParams } from "../protocol/sampling.ts";
import { route, type Surroundings } from "../steps/route.ts";
import { type Redact, redactParams } from "../validate/redact.ts";
import { validateParams } from "../validate/validate-params.ts";
import type { Exchange } from "./exchange.ts";
import type { Lifetime } from "./lifetime.ts";

/** What an exchange is opened with. */
export type Opening = Pick<Exchange, "modelOf"> & {
  router: Pick<Router, "rank" | "explain">;
  surroundings: Surroundings;
  areToolsAllowed: boolean;
  redact: Redact | undefined;
  lifetime: Lifetime;
};

/** The beginning of the way: validates params, redacts and measures them, and ranks the models. @throws SamplingError */
export function openExchange(params: unknown, opening: Opening): Exchange {
  const validate = (given: unknown): SamplingParams => validateParams(given, opening);
  return exchangeOf(redactParams(validate(params), opening.redact, validate), opening);
}

function exchangeOf(params: SamplingParams, opening: Opening): Exchange {
  const { router, surroundings, modelOf, lifetime } = opening;
  return {
    params,
    server: surroundings.server,
    ...route(params, router, surroundings),
    withParams: (edited) => openExchange(edited, opening),
    without: (models) => {
      const unavailable = new Map([...surroundings.unavailable, ...models]);
      return exchangeOf(params, { ...opening, surroundings: { ...surroundings, unavailable } });
    },
    modelOf,
    lifetime,
  };
}
