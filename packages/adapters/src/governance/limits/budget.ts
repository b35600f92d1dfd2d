import type { Model } from "@modelpref/router";
import type { Completion } from "../../backends/backend.ts";
import type { BackendError } from "../../backends/backend-error.ts";
import type { ModelCall } from "../../call/call-step.ts";
import type { Exchange } from "../../handler/exchange.ts";
import type { SamplingError } from "../../handler/sampling-error.ts";
import { mostInputTokens } from "../../measure/tokens.ts";
import { MOST, realAmounts, worstCase } from "./amounts.ts";
import { heldBack, type LimitedCharge } from "./hold-back.ts";
import type { Ledger } from "./ledger.ts";
import { type Limit, limitsFor, type Rule } from "./rules.ts";
import type { Refusal } from "./store.ts";

/** Servers and models whose limits are looked up once. */
const MOST_KNOWN = 1000;

/** A call that fits: what it really came to is told when it ended; without a completion, that it cost nothing. */
export type Admission = { cameTo: (completion: Completion | "unknown" | "nothing") => void };

/** The most tokens that a call can take. */
type Asked = { inputTokens: number; maxTokens: number };

/** What is left for calls of models. */
export class Budget {
  readonly #rules: readonly Rule[];
  readonly #ledger: Ledger;
  /** The limits of the servers and models met so far. */
  readonly #known = new Map<string, readonly Limit[]>();
  /** Counters that refused a call since one last fitted: only where one of them counts is it worth asking beforehand. */
  readonly #tight = new Set<string>();

  constructor(rules: readonly Rule[], ledger: Ledger) {
    this.#rules = rules;
    this.#ledger = ledger;
  }

  /** Why a call of a model would not fit now; undefined where it would, as far as is known. */
  async foresee(exchange: Exchange, id: string): Promise<BackendError | SamplingError | undefined> {
    const { mostInputTokens: most, params } = exchange;
    const charges = this.#chargesOf(exchange, id, () => ({ inputTokens: most(), maxTokens: params.maxTokens }));
    const hopeless = hopelessOf(charges);
    if (hopeless.length > 0) return heldBack(id, charges, hopeless);
    if (!charges.some(({ counter }) => this.#tight.has(counter))) return undefined;
    const refusals = await this.#ledger.check(charges, exchange.lifetime.signal);
    return refusals.length === 0 ? undefined : heldBack(id, charges, refusals);
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
    const reserved = await this.#ledger.reserve(charges, signal);
    if (!("settle" in reserved)) {
      for (const { index } of reserved) this.#tight.add(charges[index]?.counter ?? "");
      throw heldBack(id, charges, reserved);
    }
    for (const { counter } of charges) this.#tight.delete(counter);
    return { cameTo: (end) => reserved.settle(charges.map((charge) => realOf(charge, model, end))) };
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
