import type { Completion, Usage } from "../../backends/backend.ts";
import { BackendError, type BackendErrorCode } from "../../backends/backend-error.ts";
import type { Hold, ModelCall, NextCall } from "../../call/call-step.ts";
import { isHeldBack } from "../../call/failure.ts";
import { costsNothing } from "../../cost/cost-of-failure.ts";
import type { Frame } from "../../frames/frame.ts";
import { callOfNobody, type Sharing } from "../shared-work.ts";
import { batchCall } from "./batch-call.ts";
import { readBatch } from "./read-batch.ts";
import { shareUsage } from "./share-usage.ts";

/** One request of a batch. */
export type Item = {
  text: string;
  modelCall: ModelCall;
  next: NextCall;
  /** What it runs in. */
  frame: Frame | undefined;
  /** Whether its request ended before the batch did. */
  isGone: boolean;
};

/** What a batch gave one of its items: an answer, or the tokens that were spent in vain. */
export type Share =
  | { completion: Completion; wasted?: undefined }
  | { completion?: undefined; wasted: Completion["wasted"] };

/** Failures that have to do with what was sent: each request alone may fare better. Others are the provider's. */
const OF_THE_BATCH: ReadonlySet<BackendErrorCode> = new Set([
  "rejected",
  "content-refused",
  "unsupported",
  "malformed",
]);

/**
 * Asks for all answers at once. What it used is shared by those who still wait. Nobody has a share of a batch that a limit held
 * back: one of them alone may fit. @throws BackendError of the provider
 */
export async function askForAll(items: readonly Item[], sharing: Sharing): Promise<Map<Item, Share>> {
  const [first] = items;
  if (first === undefined) return new Map();
  const { call } = first.modelCall;
  const asked = batchCall(
    call,
    items.map(({ text }) => text),
  );
  const hold: Hold = (why) => {
    sharing.hold(why);
    for (const { modelCall } of items) modelCall.hold?.(why);
  };
  try {
    const completion = await first.next({ ...callOfNobody(first.modelCall, { ...sharing, hold }), call: asked });
    const answers = readBatch(completion, { items: items.length, maxTokens: call.maxTokens });
    const shares = sharesOf(completion.usage, items, answers);
    return new Map(
      items.map((item, index) => {
        const usage = shares?.get(item);
        const answer = answers?.[index];
        const wasted = usage ?? "unknown";
        return [item, answer === undefined ? { wasted } : answered(completion, answer, call.maxTokens, usage)];
      }),
    );
  } catch (error) {
    if (isHeldBack(error)) return new Map();
    if (!(error instanceof BackendError) || !OF_THE_BATCH.has(error.code)) throw error;
    const wasted = costsNothing(error) ? undefined : "unknown";
    return new Map(items.map((item) => [item, { wasted }]));
  }
}

/** By the length of what each one asked and was answered. */
function sharesOf(
  usage: Usage | undefined,
  items: readonly Item[],
  answers: readonly string[] | undefined,
): Map<Item, Usage | undefined> | undefined {
  if (usage === undefined) return undefined;
  const present = items.filter(({ isGone }) => !isGone);
  const weights = present.map((item) => item.text.length + (answers?.[items.indexOf(item)]?.length ?? 0) + 1);
  const shares = shareUsage(usage, weights);
  return new Map(present.map((item, index) => [item, shares[index]]));
}

/** The signs of JSON are tokens in vain: an answer is never cut for them (R12). */
function answered(
  { model, milliseconds }: Completion,
  text: string,
  maxTokens: number,
  usage: Usage | undefined,
): Share {
  const completion: Completion = { model, content: [{ type: "text", text }], stopReason: "endTurn", milliseconds };
  if (usage === undefined) return { completion };
  const over = Math.max(0, usage.outputTokens - maxTokens);
  completion.usage = { ...usage, outputTokens: usage.outputTokens - over };
  if (over > 0) completion.wasted = { inputTokens: 0, outputTokens: over };
  return { completion };
}
