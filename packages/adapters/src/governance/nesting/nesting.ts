import { Allowance } from "../../frames/allowance.ts";
import { Frame } from "../../frames/frame.ts";
import type { Exchange, Step } from "../../handler/exchange.ts";
import { SamplingError } from "../../handler/sampling-error.ts";
import type { Practice } from "../practice.ts";
import { keepOpen } from "./keep-open.ts";
import { deeper, OpenCalls } from "./open-calls.ts";
import { type NestingOptions, nestingSettings } from "./options.ts";
import { toolRound } from "./tool-rounds.ts";
import { leaveOutTooDear, requireRoom, withinAllowance } from "./within-allowance.ts";

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
    const allowance = budgetUsd === undefined ? undefined : new Allowance(budgetUsd);
    const frame = new Frame({ outer, depth, allowance });
    const bounded = withLastRound(exchange, maxRounds);
    return frame.run(() => next(bounded));
  };
  return {
    name: "nesting",
    request: async (exchange, next) => request(exchange, next),
    leaveOut: leaveOutTooDear,
    call: requireRoom,
    admit: withinAllowance,
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
