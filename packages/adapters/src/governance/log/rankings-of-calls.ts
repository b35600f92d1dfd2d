import type { ModelCall } from "../../call/call-step.ts";
import type { Exchange } from "../../handler/exchange.ts";
import type { Lifetime } from "../../handler/lifetime.ts";

/** The ranking that each model was called by: a request may be ranked several times, and the last leaves models out. */
export class RankingsOfCalls {
  readonly #exchanges = new WeakMap<Lifetime, Map<string, Exchange>>();

  note({ exchange, choice }: ModelCall): void {
    const known = this.#exchanges.get(exchange.lifetime) ?? new Map<string, Exchange>();
    this.#exchanges.set(exchange.lifetime, known.set(choice.id, exchange));
  }

  /** The one that a model of a request was called by; the request's last where it was not called. */
  of(last: Exchange, model: string): Exchange {
    return this.#exchanges.get(last.lifetime)?.get(model) ?? last;
  }
}
