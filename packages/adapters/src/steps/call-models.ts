import type { Choice } from "@modelpref/router";
import type { Backend } from "../backends/backend.ts";
import { BackendError } from "../backends/backend-error.ts";
import { callFor } from "../call/attempt.ts";
import type { ModelCall, NextCall } from "../call/call-step.ts";
import { toSamplingError } from "../call/failure.ts";
import { resting } from "../call/health.ts";
import { attemptsIn, type Failures } from "../call/out-of-models.ts";
import { shareLeftUntil } from "../call/time-left.ts";
import { toResult } from "../call/to-result.ts";
import type { Exchange, Step } from "../handler/exchange.ts";
import type { Models } from "../handler/models.ts";
import { requireModel } from "./route.ts";

/** What the last step needs: who calls a provider's models, the way of each call, and how many may be tried. */
export type Calling = {
  backendOf: (provider: string) => Backend | undefined;
  models: Models;
  /** Milliseconds that a model which failed too often is still left alone; 0 where it is not. */
  restOf: (id: string) => number;
  callModel: NextCall;
  maxAttempts: number;
};

/**
 * The last step: calls the best model, and where it fails for a reason that is not the request's the next one, until one
 * answers, none is left, or time is up (design section 9).
 */
export function callModels(calling: Calling): Step {
  return async (exchange) => {
    const failures = new Map<string, BackendError>();
    const { signal, report } = exchange.lifetime;
    requireModel(exchange);
    for (const candidate of candidates(exchange.ranking, calling, () => attemptsIn(failures))) {
      const { id } = candidate.choice;
      signal.throwIfAborted();
      report(failures.size === 0 ? "calling a model" : "calling another model");
      const completion = await calling.callModel(modelCall(exchange, candidate, calling)).catch((error: unknown) => {
        if (error instanceof BackendError) failures.set(id, error);
        else throw error;
      });
      if (completion !== undefined) return { model: id, result: toResult(completion, exchange.params) };
      if (failures.get(id)?.isRetryable !== true) break;
    }
    signal.throwIfAborted();
    throw toSamplingError(withResting(failures, exchange.ranking, calling));
  };
}

/** Why no model answered; where none was called, with those that were passed over since they rest. */
function withResting(failures: Failures, ranking: Iterable<Choice>, { restOf }: Calling): Failures {
  if (attemptsIn(failures) > 0) return failures;
  const passedOver = [...ranking].filter(({ id }) => !failures.has(id) && restOf(id) > 0);
  return new Map([...failures, ...passedOver.map(({ id }) => [id, resting(restOf(id))] as const)]);
}

/** A model to call, and whether none comes after it. */
type Candidate = { choice: Choice; backend: Backend; isLast: boolean };

/**
 * The models that can be called, best first, until `maxAttempts` were. Some may have failed since the ranking was made;
 * those that a limit held back were not called.
 */
function* candidates(
  ranking: Iterable<Choice>,
  { backendOf, restOf, maxAttempts }: Calling,
  attempts: () => number,
): Generator<Candidate> {
  let held: Omit<Candidate, "isLast"> | undefined;
  for (const choice of ranking) {
    const backend = backendOf(choice.provider);
    if (backend === undefined || restOf(choice.id) > 0) continue;
    if (held !== undefined) yield { ...held, isLast: attempts() + 1 === maxAttempts };
    if (attempts() === maxAttempts) return;
    held = { choice, backend };
  }
  if (held !== undefined) yield { ...held, isLast: true };
}

function modelCall(exchange: Exchange, { choice, backend, isLast }: Candidate, { models }: Calling): ModelCall {
  const { signal, deadline } = exchange.lifetime;
  const now = performance.now();
  // Half of what is left, so that another model can still answer; the last one may take all of it.
  const milliseconds = isLast ? undefined : (deadline - now) / 2;
  const shareLeft = shareLeftUntil(milliseconds === undefined ? deadline : now + milliseconds);
  const call = callFor(choice, exchange.params);
  return { exchange, choice, backend, call, signal, milliseconds, shareLeft, model: models.get(choice.id) };
}
