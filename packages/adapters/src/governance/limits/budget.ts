import type { Model } from "@modelpref/router";
import type { Completion } from "../../backends/backend.ts";
import type { ModelCall } from "../../call/call-step.ts";
import { MOST, realAmounts, worstCase } from "../../cost/amounts.ts";
import type { Asked } from "../../cost/worst-cost.ts";
import type { Exchange } from "../../handler/exchange.ts";
import type { Lifetime } from "../../handler/lifetime.ts";
import { mostInputTokens } from "../../measure/tokens.ts";
import { type Doubt, type Foresight, foresee } from "./foresight.ts";
import { heldBack, type LimitedCharge } from "./hold-back.ts";
import type { Ledger } from "./ledger.ts";
import { type Limit, limitsFor, type Rule } from "./rules.ts";
import type { Refusal } from "./store.ts";
import { TightCounters } from "./tight-counters.ts";

/** Servers and models whose limits are looked up once. */
const MOST_KNOWN = 1000;

/** A call that fits: what it really came to is told when it ended; without a completion, that it cost nothing. */
export type Admission = { cameTo: (completion: Completion | "unknown" | "nothing") => void };

/** What is left for calls of models. */
export class Budget {
  readonly #rules: readonly Rule[];
  readonly #ledger: Ledger;
  /** The limits of the servers and models met so far. */
  readonly #known = new Map<string, readonly Limit[]>();
  readonly #tight = new TightCounters();
  /** Requests that a model was refused to; once the next one is tried, with all models that are spent. */
  readonly #refused = new WeakMap<Lifetime, Foresight["spent"] | undefined>();

  constructor(rules: readonly Rule[], ledger: Ledger) {
    this.#rules = rules;
    this.#ledger = ledger;
  }

  /**
   * The models, best first, that would not fit now, up to the first that would, as far as is known. Asks the store once at most.
   * @throws SamplingError where no model will help, or the store is away
   */
  async foresee(exchange: Exchange, signal: AbortSignal): Promise<Foresight> {
    const { mostInputTokens: most, params } = exchange;
    const asked = (): Asked => ({ inputTokens: most(), maxTokens: params.maxTokens });
    const doubts: Doubt[] = [];
    let isOneSure = false;
    for (const { id } of exchange.ranking) {
      const charges = this.#chargesOf(exchange, id, asked);
      const hopeless = hopelessOf(charges);
      isOneSure = hopeless.length === 0 && !charges.some((charge) => this.#isDoubtful(charge));
      if (isOneSure) break;
      doubts.push({ id, charges, hopeless });
    }
    const { spent, isAnyLeft } = await foresee(doubts, (charges) => this.#ledger.check(charges, signal));
    return { spent, isAnyLeft: isAnyLeft || isOneSure };
  }

  /**
   * Reserves the worst case of a call as it is sent: that of a batch is more than that of its requests.
   * @throws BackendError | SamplingError where it does not fit, or cannot be counted
   */
  async admit({ exchange, choice: { id }, model, call, signal }: ModelCall): Promise<Admission> {
    const most = (): Asked => ({ inputTokens: mostInputTokens(call), maxTokens: call.maxTokens });
    const charges = this.#chargesOf(exchange, id, most);
    if (charges.length === 0) return { cameTo: () => {} };
    const hopeless = hopelessOf(charges);
    if (hopeless.length > 0) throw heldBack(id, charges, hopeless);
    const spent = (await this.#spentFor(exchange, signal))?.get(id);
    if (spent !== undefined) throw spent;
    const reserved = await this.#ledger.reserve(charges, signal);
    if (!("settle" in reserved)) {
      this.#tight.learn(charges, reserved);
      this.#refused.set(exchange.lifetime, undefined);
      throw heldBack(id, charges, reserved);
    }
    this.#tight.forget(charges);
    return { cameTo: (end) => reserved.settle(charges.map((charge) => realOf(charge, model, end))) };
  }

  /** Asks for all models at once, where a request that was refused one tries the next: for as long as anybody waits for its call. */
  async #spentFor(exchange: Exchange, signal: AbortSignal): Promise<Foresight["spent"] | undefined> {
    const { lifetime } = exchange;
    if (!this.#refused.has(lifetime)) return undefined;
    const spent = this.#refused.get(lifetime) ?? (await this.foresee(exchange, signal)).spent;
    this.#refused.set(lifetime, spent);
    return spent;
  }

  #isDoubtful({ counter }: LimitedCharge): boolean {
    return this.#ledger.isStoreAway || this.#tight.has(counter);
  }

  #chargesOf({ server = "", modelOf }: Exchange, id: string, asked: () => Asked): LimitedCharge[] {
    if (this.#rules.length === 0) return [];
    const amounts = worstCase(modelOf(id), asked());
    return this.#limitsFor(server, id).map((limit) => ({ ...limit, amount: amounts[limit.unit] ?? MOST }));
  }

  #limitsFor(server: string, model: string): readonly Limit[] {
    const names = JSON.stringify([server, model]);
    const known = this.#known.get(names);
    if (known !== undefined) return known;
    if (this.#known.size === MOST_KNOWN) this.#known.clear();
    const limits = limitsFor(this.#rules, { server, model });
    this.#known.set(names, limits);
    return limits;
  }
}

/** Charges that no waiting makes fit. */
function hopelessOf(charges: readonly LimitedCharge[]): Refusal[] {
  return charges.flatMap(({ amount, limit }, index) => (amount > limit ? [{ index, waitMs: 0 }] : []));
}

/** What is not known of a call counts as reserved. */
function realOf(
  { unit, amount }: LimitedCharge,
  model: Model | undefined,
  end: Completion | "unknown" | "nothing",
): number {
  if (end === "nothing") return 0;
  return realAmounts(model, end === "unknown" ? undefined : end.usage)[unit] ?? amount;
}
