import { costOfUsage, type Model } from "@modelpref/router";
import { median, Pairs } from "./compare.ts";
import type { Entry, LoggedAttempt } from "./entry.ts";
import type { ModelReport } from "./report.ts";

/** Fewer tokens tell more of the network than of the model. */
const FEWEST_TOKENS = 16;

/** What is collected of one model. */
export class ModelTally {
  #calls = 0;
  #failed = 0;
  readonly #cost = new Pairs();
  readonly #seconds = new Pairs();
  readonly #input = new Pairs();
  readonly #output = new Pairs();
  readonly #speeds: number[] = [];
  readonly #firstTokens: number[] = [];
  readonly #priced: { logged: number; usage: LoggedAttempt["usage"] & object }[] = [];

  /** Notes a call that was really made. */
  note(attempt: LoggedAttempt, request: Entry["request"]): void {
    this.#calls += 1;
    if (attempt.error !== undefined) {
      this.#failed += 1;
      return;
    }
    const { predicted, usage, costUsd, milliseconds } = attempt;
    this.#cost.note(predicted?.usd, costUsd);
    this.#seconds.note(predicted?.seconds, milliseconds / 1000);
    this.#input.note(request?.inputTokens, usage?.inputTokens);
    this.#output.note(request?.expectedOutputTokens, usage?.outputTokens);
    if (costUsd !== undefined && usage !== undefined) this.#priced.push({ logged: costUsd, usage });
    this.#noteSpeed(attempt);
  }

  /** What was collected, beside what the catalog says. */
  report(id: string, model: Model | undefined): ModelReport {
    const { output_tps = null, ttft_ms = null } = model?.speed ?? {};
    return {
      id,
      calls: this.#calls,
      failed: this.#failed,
      cost: this.#cost.compare(),
      seconds: this.#seconds.compare(),
      inputTokens: this.#input.compare(),
      outputTokens: this.#output.compare(),
      measured: {
        calls: this.#speeds.length,
        output_tps: median(this.#speeds),
        ttft_ms: median(this.#firstTokens),
      },
      catalog: model === undefined ? null : { output_tps, ttft_ms },
      prices: model === undefined ? null : this.#prices(model),
    };
  }

  #noteSpeed({ usage, milliseconds, firstTokenMs }: LoggedAttempt): void {
    if (firstTokenMs !== undefined) this.#firstTokens.push(firstTokenMs);
    const seconds = (milliseconds - (firstTokenMs ?? 0)) / 1000;
    const tokens = usage?.outputTokens ?? 0;
    if (tokens >= FEWEST_TOKENS && seconds > 0) this.#speeds.push(tokens / seconds);
  }

  #prices(model: Model): ModelReport["prices"] {
    const both = this.#priced.flatMap(({ logged, usage }) => {
      const today = costOfUsage(model, usage);
      return today === undefined ? [] : [{ logged, today }];
    });
    if (both.length === 0) return null;
    const sum = (key: "logged" | "today"): number => both.reduce((total, one) => total + one[key], 0);
    return { logged: sum("logged"), today: sum("today") };
  }
}
