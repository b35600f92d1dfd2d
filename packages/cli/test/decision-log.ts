/** A line of a decision log, with what a test wants otherwise; written down here so that a change of the format is seen. */
export type Line = {
  time?: string;
  model: string;
  pick?: string;
  predicted?: { usd: number | null; seconds: number | null };
  milliseconds?: number;
  usage?: { inputTokens: number; outputTokens: number };
  costUsd?: number;
  firstTokenMs?: number;
  cached?: true;
  failedBefore?: string;
};

/** A decision that was answered. */
export function line({ time = "2026-11-22T08:00:00.000Z", model, pick = model, failedBefore, ...call }: Line): string {
  const { predicted = { usd: null, seconds: null }, milliseconds = 1000 } = call;
  const failed =
    failedBefore === undefined ? [] : [{ model: failedBefore, predicted, milliseconds: 9, error: "deadline" }];
  return `${JSON.stringify({
    schema: "modelpref-decision/1",
    time,
    server: "translate",
    request: { inputTokens: 1000, expectedOutputTokens: 100 },
    pick,
    outcome: { model, milliseconds: 1100, attempts: [...failed, { model, ...call, predicted, milliseconds }] },
  })}\n`;
}

/** A decision that was not. */
export function unanswered(error: string, time = "2026-11-22T09:30:00.000Z"): string {
  return `${JSON.stringify({
    schema: "modelpref-decision/1",
    time,
    server: null,
    outcome: { error, milliseconds: 3, attempts: [] },
  })}\n`;
}
