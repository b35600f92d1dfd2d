import type { Catalog } from "@modelpref/router";
import { Pairs } from "./compare.ts";
import type { Entry } from "./entry.ts";
import { ModelTally } from "./model-tally.ts";
import type { ActualReport } from "./report.ts";

/** Compares what was predicted with what came, over a log, and with what a catalog says today. */
export async function compareLog(
  entries: AsyncIterable<Entry>,
  catalog: Catalog,
  tell: (decisions: number) => void,
): Promise<ActualReport> {
  const tally = new LogTally();
  for await (const entry of entries) {
    tally.note(entry);
    tell(tally.decisions);
  }
  return tally.report(catalog);
}

class LogTally {
  decisions = 0;
  #answered = 0;
  #byPick = 0;
  #cached = 0;
  #from: string | null = null;
  #to: string | null = null;
  readonly #errors = new Map<string, number>();
  readonly #cost = new Pairs();
  readonly #seconds = new Pairs();
  readonly #models = new Map<string, ModelTally>();

  note({ time, request, pick, outcome }: Entry): void {
    this.decisions += 1;
    this.#noteTime(time);
    this.#noteEnd(pick, outcome);
    for (const attempt of outcome.attempts) {
      if (attempt.cached === true || HELD_BACK.has(attempt.error ?? "")) continue;
      this.#tallyOf(attempt.model).note(attempt, request);
      if (attempt.error !== undefined) continue;
      this.#cost.note(attempt.predicted?.usd, attempt.costUsd);
      this.#seconds.note(attempt.predicted?.seconds, attempt.milliseconds / 1000);
    }
  }

  report({ models }: Catalog): ActualReport {
    const inCatalog = new Map(models.map((model) => [model.id, model]));
    const reports = [...this.#models].map(([id, tally]) => tally.report(id, inCatalog.get(id)));
    return {
      schema: "modelpref-actual/1",
      decisions: this.decisions,
      from: this.#from,
      to: this.#to,
      answered: this.#answered,
      byPick: this.#byPick,
      cached: this.#cached,
      errors: [...this.#errors].map(([reason, count]) => ({ reason, count })).toSorted((a, b) => b.count - a.count),
      cost: this.#cost.compare(),
      seconds: this.#seconds.compare(),
      models: reports.toSorted((a, b) => b.calls - a.calls || (a.id < b.id ? -1 : 1)),
    };
  }

  #noteEnd(pick: Entry["pick"], { model, error, attempts }: Entry["outcome"]): void {
    if (error !== undefined) {
      this.#errors.set(error, (this.#errors.get(error) ?? 0) + 1);
      return;
    }
    this.#answered += 1;
    if (model === pick) this.#byPick += 1;
    if (attempts.at(-1)?.cached === true) this.#cached += 1;
  }

  /** Lines of several processes are not in order. ISO times are compared as texts. */
  #noteTime(time: string): void {
    if (this.#from === null || time < this.#from) this.#from = time;
    if (this.#to === null || time > this.#to) this.#to = time;
  }

  #tallyOf(model: string): ModelTally {
    const known = this.#models.get(model);
    if (known !== undefined) return known;
    const made = new ModelTally();
    this.#models.set(model, made);
    return made;
  }
}

/** No model was called: a limit of the user held the call back, or the model rested. */
const HELD_BACK: ReadonlySet<string> = new Set(["over-limit", "over-budget", "resting"]);
