import { Frame } from "../../frames/frame.ts";
import type { Exchange, Step } from "../../handler/exchange.ts";
import { OVER_BUDGET, SamplingError } from "../../handler/sampling-error.ts";
import { MICRO } from "../limits/amounts.ts";
import type { Practice } from "../practice.ts";
import { Budget, leftOf } from "./budget.ts";
import { keepOpen } from "./keep-open.ts";
import { deeper, OpenCalls } from "./open-calls.ts";
import { type NestingOptions, nestingSettings } from "./options.ts";
import { toolRound } from "./tool-rounds.ts";
import { requireRoom, withinBudget } from "./within-budget.ts";

/**
 * Bounds requests inside requests: a back end, or a tool that it calls, may lead to another sampling request, and that to
 * another. Bounds the rounds of a server's tool loop too: in the last one the model may ask for no tool. What goes too
 * deep ends with the reason `too-deep`, all the way up.
 *
 * @throws TypeError where an option is wrong
 */
export function nesting(options: NestingOptions = {}): Practice {
  const { maxDepth, maxRounds, budgetUsd } = nestingSettings(options);
  const calls = new WeakMap<object, OpenCalls>();
  const request: Step = (exchange, next) => {
    const { lifetime } = exchange;
    lifetime.inside = deeper(lifetime.inside, calls.get(lifetime.handler)?.deepest());
    const outer = lifetime.inside;
    const depth = (outer?.depth ?? 0) + 1;
    lifetime.events.push({ kind: "nested", depth });
    if (depth > maxDepth)
      throw new SamplingError("too-deep", `Too deep: ${depth} requests inside each other, at most ${maxDepth} may be`);
    const budget = budgetUsd === undefined ? undefined : new Budget(budgetUsd);
    const frame = new Frame({ outer, depth, budget });
    const bounded = withinLeft(withLastRound(exchange, maxRounds), leftOf(frame.budgets()));
    return frame.run(() => next(bounded));
  };
  return {
    name: "nesting",
    request: async (exchange, next) => request(exchange, next),
    call: requireRoom,
    admit: withinBudget,
    backend: keepOpen,
    connect: (client, handler) => {
      const ofHandler = calls.get(handler) ?? new OpenCalls();
      calls.set(handler, ofHandler);
      ofHandler.watch(client);
    },
  };
}

/** In the last round of tools the model must answer; a request for more rounds is refused. */
function withLastRound(exchange: Exchange, maxRounds: number): Exchange {
  const { params } = exchange;
  const round = toolRound(params);
  if (round === undefined || round < maxRounds) return exchange;
  if (round > maxRounds)
    throw new SamplingError("too-deep", `Too deep: round ${round} of tools, at most ${maxRounds} may be`);
  return exchange.withParams({ ...params, toolChoice: { mode: "none" } });
}

/** Leaves out the models that could cost more than what is left. */
function withinLeft(exchange: Exchange, left: number | undefined): Exchange {
  if (left === undefined) return exchange;
  const within = exchange.withLimits({ max_cost_usd: left / MICRO });
  if (isEmpty(within.ranking) && !isEmpty(exchange.ranking)) throw new SamplingError("over-budget", OVER_BUDGET);
  return within;
}

function isEmpty(list: Iterable<unknown>): boolean {
  for (const _ of list) return false;
  return true;
}
