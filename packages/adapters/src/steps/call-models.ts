import type { Choice } from "@modelpref/router";
import type { Backend, Completion } from "../backends/backend.ts";
import { BackendError } from "../backends/backend-error.ts";
import { attempt, toAttempt } from "../call/attempt.ts";
import { toSamplingError } from "../call/failure.ts";
import type { Health } from "../call/health.ts";
import { toResult } from "../call/to-result.ts";
import type { Exchange, Step } from "../handler/exchange.ts";
import type { Models } from "../handler/models.ts";
import type { ObservedSpeeds } from "../speed/observed-speeds.ts";
import { requireModel } from "./route.ts";

/** What the last step needs: who calls a provider's models, how they fare, and how many may be tried. */
export type Calling = {
  backendOf: (provider: string) => Backend | undefined;
  models: Models;
  health: Health;
  maxAttempts: number;
  /** Where it is learnt how fast models answer. */
  speeds: ObservedSpeeds;
};

/**
 * The last step: calls the best model, and where it fails for a reason that is not the request's the next one, until one
 * answers, none is left, or time is up (design section 9).
 */
export function callModels(calling: Calling): Step {
  return async (exchange) => {
    const failures: BackendError[] = [];
    const { signal, report } = exchange.lifetime;
    requireModel(exchange);
    for (const { choice, backend } of candidates(exchange.ranking, calling)) {
      signal.throwIfAborted();
      report(failures.length === 0 ? "calling a model" : "calling another model");
      const completion = await tryModel(exchange, choice, backend, calling).catch((error: unknown) => {
        if (error instanceof BackendError) failures.push(error);
        else throw error;
      });
      if (completion !== undefined) return { model: choice.id, result: toResult(completion, exchange.params) };
      if (failures.at(-1)?.isRetryable !== true || failures.length >= calling.maxAttempts) break;
    }
    signal.throwIfAborted();
    throw toSamplingError(failures);
  };
}

/** The models that can be called, best first. Others may have failed since the ranking was made. */
function* candidates(
  ranking: Iterable<Choice>,
  { backendOf, health }: Calling,
): Generator<{ choice: Choice; backend: Backend }> {
  for (const choice of ranking) {
    const backend = backendOf(choice.provider);
    if (backend !== undefined && health.restOf(choice.id) === 0) yield { choice, backend };
  }
}

async function tryModel(
  exchange: Exchange,
  choice: Choice,
  backend: Backend,
  { health, models, maxAttempts, speeds }: Calling,
): Promise<Completion> {
  const { attempts, deadline } = exchange.lifetime;
  const start = performance.now();
  // Half of what is left, so that another model can still answer; all of it where no other would be tried.
  const milliseconds = attempts.length + 1 < maxAttempts ? (deadline - start) / 2 : undefined;
  const elapsed = (): number => Math.round(performance.now() - start);
  try {
    const completion = await health.watch(choice.id, () => attempt(exchange, { choice, backend, milliseconds }));
    speeds.note(choice.id, completion, performance.now() - start);
    attempts.push(toAttempt(choice.id, elapsed(), { completion, model: models.get(choice.id) }));
    return completion;
  } catch (error) {
    const code = error instanceof BackendError ? error.code : "cancelled";
    attempts.push(toAttempt(choice.id, elapsed(), { error: code }));
    throw error;
  }
}
