import {
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  isBrokenCircuitError,
} from "cockatiel";
import { BackendError } from "../backends/backend-error.ts";

/** Failures in a row after which a model rests, and for how long. */
const FAILURES = 5;
const REST_MS = 30_000;
/** The longest rest that a provider can ask for. */
const LONGEST_REST_MS = 5 * 60_000;

type Circuit = { policy: CircuitBreakerPolicy; restsUntil: number };

/** What is known of each model's health: a circuit breaker a model, and the rest its provider asked for. */
export class Health {
  readonly #circuits = new Map<string, Circuit>();

  /** The models that rest now, with the reason: what the router is told as `unavailable`. */
  resting(): Map<string, string> {
    const now = Date.now();
    const resting = [...this.#circuits].filter(([, { restsUntil }]) => restsUntil > now);
    return new Map(resting.map(([id]) => [id, "circuit-open"]));
  }

  /** Milliseconds that a model still rests; 0 where it does not. */
  restOf(id: string): number {
    return Math.max(0, (this.#circuits.get(id)?.restsUntil ?? 0) - Date.now());
  }

  /** Runs a call of a model, and learns from how it ends. */
  async watch<Result>(id: string, call: () => Promise<Result>): Promise<Result> {
    const circuit = this.#circuitOf(id);
    try {
      return await circuit.policy.execute(call);
    } catch (error) {
      // Many may wait for the one call that tries a rested model.
      if (isBrokenCircuitError(error)) throw new BackendError("provider-failed", "the model rests");
      const asked = error instanceof BackendError ? (error.retryAfterMs ?? 0) : 0;
      rest(circuit, Math.min(asked, LONGEST_REST_MS));
      throw error;
    }
  }

  #circuitOf(id: string): Circuit {
    const known = this.#circuits.get(id);
    if (known !== undefined) return known;
    const policy = circuitBreaker(
      handleWhen((error) => error instanceof BackendError && error.isRetryable),
      { halfOpenAfter: REST_MS, breaker: new ConsecutiveBreaker(FAILURES) },
    );
    const circuit: Circuit = { policy, restsUntil: 0 };
    policy.onBreak(() => rest(circuit, REST_MS));
    this.#circuits.set(id, circuit);
    return circuit;
  }
}

function rest(circuit: Circuit, milliseconds: number): void {
  if (milliseconds > 0) circuit.restsUntil = Math.max(circuit.restsUntil, Date.now() + milliseconds);
}
