import { type CircuitBreakerPolicy, CountBreaker, circuitBreaker, handleWhen, isBrokenCircuitError } from "cockatiel";
import { BackendError } from "../backends/backend-error.ts";

/**
 * A model rests when more than four fifths of its last ten calls failed, five at the least. Not five in a row: of many
 * calls at a time those that hang end together.
 */
const BREAKER = { threshold: 0.8, size: 10, minimumNumberOfCalls: 5 };
/** How long it rests. */
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

  /** Milliseconds until the first resting model may be called again; undefined where none rests. */
  shortestRest(): number | undefined {
    const rests = [...this.#circuits.keys()].map((id) => this.restOf(id)).filter((rest) => rest > 0);
    return rests.length === 0 ? undefined : Math.min(...rests);
  }

  /** Runs a call of a model, and learns from how it ends. */
  async watch<Result>(id: string, call: () => Promise<Result>): Promise<Result> {
    const circuit = this.#circuitOf(id);
    try {
      return await circuit.policy.execute(call);
    } catch (error) {
      // Many may wait for the one call that tries a rested model.
      if (isBrokenCircuitError(error)) throw new BackendError("provider-failed", "the model rests", { isUnsent: true });
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
      { halfOpenAfter: REST_MS, breaker: new CountBreaker(BREAKER) },
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
