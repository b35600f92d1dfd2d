import type { Model } from "@modelpref/router";
import { attempt } from "../call/attempt.ts";
import { type CallStep, joinCallSteps } from "../call/call-step.ts";
import { Health } from "../call/health.ts";
import { recordAttempt } from "../call/record-attempt.ts";
import { watchHealth } from "../call/watch-health.ts";
import { tellRefused } from "../governance/practice.ts";
import { isObject } from "../measure/json.ts";
import type { SamplingContext } from "../protocol/context.ts";
import type { SamplingResult } from "../protocol/sampling.ts";
import type { CallingClient } from "../sdk/calling-client.ts";
import { noteSpeed } from "../speed/note-speed.ts";
import { ObservedSpeeds } from "../speed/observed-speeds.ts";
import { createObservingRouter } from "../speed/observing-router.ts";
import { approveAnswer } from "../steps/approve-answer.ts";
import { approveRequest } from "../steps/approve-request.ts";
import { callModels } from "../steps/call-models.ts";
import { joinLeaveOuts, leavingOut } from "../steps/leave-out.ts";
import { observe } from "../steps/observe.ts";
import { showExplanation } from "../steps/show-explanation.ts";
import { type Exchange, joinSteps, type Step } from "./exchange.ts";
import { beginLifetime } from "./lifetime.ts";
import { Models } from "./models.ts";
import { type Opening, openExchange } from "./open-exchange.ts";
import type { SamplingHandlerOptions } from "./options.ts";
import { readOptions, type Settings } from "./read-options.ts";
import { SamplingError } from "./sampling-error.ts";
import type { SamplingHandler } from "./sampling-handler.ts";

/**
 * Makes the function that answers a server's sampling requests: it validates them (R1 to R12), ranks the models, asks for
 * approval, calls the best model that can be called, and checks what comes back (R23 to R27). It keeps nothing of one
 * request for the next but how the models fare. What it throws are `SamplingError`s.
 *
 * @throws TypeError where an option is missing or wrong
 */
export function createSamplingHandler(options: SamplingHandlerOptions): SamplingHandler {
  const settings = readOptions(options);
  const health = new Health();
  const models = new Models(settings.router, (provider) => settings.backendOf(provider) !== undefined);
  const speeds = new ObservedSpeeds();
  const router = settings.observeSpeed === true ? createObservingRouter(settings.router, speeds) : settings.router;
  const callModel = joinCallSteps(callStepsOf(settings, health, speeds));
  const modelOf = (id: string): Model | undefined => models.get(id);
  const restOf = (id: string): number => health.restOf(id);
  const call = callModels({ ...settings, models, restOf, callModel });
  const answer = joinSteps(stepsOf(settings, call));

  /** Opens the exchange, or tells the practices that it could not be opened. */
  const open = (params: unknown, opening: Opening): Exchange => {
    try {
      return openExchange(params, opening);
    } catch (cause) {
      const error = toSamplingError(cause);
      const { surroundings, lifetime } = opening;
      tellRefused(settings.practices, error, { params, server: surroundings.server, lifetime });
      throw error;
    }
  };

  const handle = async (
    params: unknown,
    areToolsAllowed: boolean,
    context?: SamplingContext,
  ): Promise<SamplingResult> => {
    const lifetime = beginLifetime(settings, settings.deadlineMs, context);
    try {
      const surroundings = {
        server: settings.serverName(),
        unavailable: models.unavailable(health.resting()),
        rest: health.shortestRest(),
      };
      const { redact } = settings;
      const exchange = open(params, { router, surroundings, modelOf, areToolsAllowed, redact, lifetime });
      return (await answer(exchange)).result;
    } catch (error) {
      throw toSamplingError(error);
    } finally {
      lifetime.end();
    }
  };

  const handler = (request: unknown, context?: SamplingContext): Promise<SamplingResult> => {
    const isRequest = isObject(request) && "method" in request && "params" in request;
    return handle(isRequest ? request["params"] : request, isRequest && settings.tools, context);
  };
  return Object.assign(handler as SamplingHandler, {
    capability: settings.tools ? { tools: {} } : {},
    connect: (client: CallingClient) => {
      for (const { connect } of settings.practices) connect?.(client, settings);
    },
  });
}

function toSamplingError(error: unknown): SamplingError {
  return error instanceof SamplingError ? error : new SamplingError("internal", "Internal error", { cause: error });
}

/** The way of a request that is ranked: down this list, and its answer up again. */
function stepsOf(settings: Settings, call: Step): Step[] {
  const { onDecision, practices, approveRequest: ask, approveResponse, explainInMeta, maxAttempts } = settings;
  const leaveOut = joinLeaveOuts(practices.flatMap(({ leaveOut }) => leaveOut ?? []));
  return [
    ...(onDecision === undefined ? [] : [observe(({ explanation }, outcome) => onDecision(explanation(), outcome))]),
    ...practices.flatMap(({ request, leaveOut }) => [request ?? [], leaveOut ? leavingOut(leaveOut) : []].flat()),
    ...(ask === "allow" ? [] : [approveRequest(ask, maxAttempts, leaveOut)]),
    ...(approveResponse === undefined ? [] : [approveAnswer(approveResponse, maxAttempts)]),
    ...(explainInMeta === true ? [showExplanation] : []),
    call,
  ];
}

/** The way of each call of a model, and of its completion. */
function callStepsOf({ practices }: Settings, health: Health, speeds: ObservedSpeeds): CallStep[] {
  return [
    recordAttempt,
    ...practices.flatMap(({ call }) => call ?? []),
    ...practices.flatMap(({ admit }) => admit ?? []),
    watchHealth(health),
    noteSpeed(speeds),
    ...practices.flatMap(({ backend }) => backend ?? []),
    attempt,
  ];
}
