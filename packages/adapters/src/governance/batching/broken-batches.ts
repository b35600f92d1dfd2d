import type { Item, Share } from "./batch.ts";

/** A model whose batches broke so often in a row is asked for none for a while: each one costs, and gives nothing. */
const MOST_BROKEN = 3;
const REST_MS = 10 * 60_000;

/** Which models do not give what a batch must be. */
export class BrokenBatches {
  readonly #byModel = new Map<string, { inRow: number; restsUntil: number }>();

  /** Whether a model may be asked for a batch. */
  mayAsk(model: string): boolean {
    return (this.#byModel.get(model)?.restsUntil ?? 0) <= performance.now();
  }

  /** Learns how a batch ends; one that the provider failed says nothing of the model. */
  async watch(batch: Promise<Map<Item, Share>>): Promise<Map<Item, Share>> {
    const shares = await batch;
    const [first] = shares;
    if (first !== undefined) this.#note(first[0].modelCall.choice.id, first[1].completion === undefined);
    return shares;
  }

  #note(model: string, isBroken: boolean): void {
    if (!isBroken) {
      this.#byModel.delete(model);
      return;
    }
    const inRow = (this.#byModel.get(model)?.inRow ?? 0) + 1;
    const restsUntil = inRow >= MOST_BROKEN ? performance.now() + REST_MS : 0;
    this.#byModel.set(model, { inRow, restsUntil });
  }
}
