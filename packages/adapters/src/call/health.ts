import { BackendError } from "../backends/backend-error.ts";
import { Breaker, RestingError, type WaitForTrial } from "./breaker.ts";
import { CutShort } from "./limit-call.ts";

/** A model rests after so many failures, for so long. */
const BREAKER = { size: 10, least: 5, restMs: 30_000, isFailure };
/** The longest rest that a provider can ask for. */
const LONGEST_REST_MS = 5 * 60_000;

type Circuit = { breaker: Breaker; askedUntil: number };

/** What is known of each model's health: a circuit breaker a model, and the rest its provider asked for. */
export class Health {
  readonly #circuits = new Map<string, Circuit>();

  /** The models that rest now, with the reason: what the router is told as `unavailable`. */
  resting(): Map<string, string> {
    const resting = [...this.#circuits.keys()].filter((id) => this.restOf(id) > 0);
    return new Map(resting.map((id) => [id, "circuit-open"]));
  }

  /** Milliseconds that a model still rests; 0 where it does not. */
  restOf(id: string): number {
    const circuit = this.#circuits.get(id);
    return circuit === undefined ? 0 : Math.max(circuit.breaker.restMs, circuit.askedUntil - performance.now(), 0);
  }

  /** Milliseconds until the first resting model may be called again; undefined where none rests. */
  shortestRest(): number | undefined {
    const rests = [...this.#circuits.keys()].map((id) => this.restOf(id)).filter((rest) => rest > 0);
    return rests.length === 0 ? undefined : Math.min(...rests);
  }

  /** Runs a call of a model, and learns from how it ends. */
  async watch<Result>(id: string, call: () => Promise<Result>, wait?: WaitForTrial): Promise<Result> {
    const circuit = this.#circuitOf(id);
    try {
      return await circuit.breaker.run(call, wait);
    } catch (error) {
      // Many may wait for the one call that tries a rested model.
      if (error instanceof RestingError) throw resting(this.restOf(id));
      const asked = error instanceof BackendError ? (error.retryAfterMs ?? 0) : 0;
      circuit.askedUntil = Math.max(circuit.askedUntil, performance.now() + Math.min(asked, LONGEST_REST_MS));
      throw error;
    }
  }

  #circuitOf(id: string): Circuit {
    const known = this.#circuits.get(id);
    if (known !== undefined) return known;
    const circuit: Circuit = { breaker: new Breaker(BREAKER), askedUntil: 0 };
    this.#circuits.set(id, circuit);
    return circuit;
  }
}

/** Why a model is not called that rests for so many milliseconds, or until the one that tries it has ended. */
export function resting(milliseconds?: number): BackendError {
  const retryAfterMs = milliseconds === undefined ? undefined : Math.ceil(milliseconds);
  return new BackendError("resting", "the model rests", { retryAfterMs, isUnsent: true });
}

/** A call that was never made, or was cut short, says nothing about the model. */
function isFailure(error: unknown): boolean {
  return error instanceof BackendError && error.isRetryable && !error.isHeldBack && !(error instanceof CutShort);
}
