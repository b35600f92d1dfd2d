import type { CallStep, ModelCall } from "../../call/call-step.ts";
import { limitCall } from "../../call/limit-call.ts";
import { currentFrame } from "../../frames/frame.ts";
import { within } from "../../handler/time-limit.ts";
import { digestOf } from "../digest.ts";
import { askForAll, type Item, type Share } from "./batch.ts";
import { batchSize } from "./batch-size.ts";
import { BrokenBatches } from "./broken-batches.ts";
import type { BatchingSettings } from "./options.ts";
import { textOfCall } from "./text-of-call.ts";
import { WaitingRooms } from "./waiting-room.ts";

/** The step around calls of models that makes one of several. */
export function answerInBatches(settings: BatchingSettings): CallStep {
  const broken = new BrokenBatches();
  const rooms = new WaitingRooms(settings.windowMs, (items, sharing) => broken.watch(askForAll(items, sharing)));
  return async (modelCall, next) => {
    const text = textOfCall(modelCall, settings);
    const size = text === undefined ? 0 : batchSize(modelCall, settings);
    if (text === undefined || size < 2 || !broken.mayAsk(modelCall.choice.id)) return next(modelCall);
    const start = performance.now();
    const item: Item = { text, modelCall, next, frame: currentFrame(), isGone: false };
    const share = await shareOf(item, rooms, size);
    const later = { ...modelCall, milliseconds: timeLeft(modelCall, start) };
    if (share === undefined) return next(later);
    if (share.completion !== undefined) return share.completion;
    const completion = await next(later);
    return share.wasted === undefined ? completion : { ...completion, wasted: share.wasted };
  };
}

/** What a request gets of its batch; undefined where there is none. */
async function shareOf(item: Item, rooms: WaitingRooms, size: number): Promise<Share | undefined> {
  const limit = limitCall(item.modelCall);
  try {
    const batch = await within(limit.signal, () => rooms.enter(kindOf(item.modelCall), item, size));
    return (await batch?.join(limit.signal, item.modelCall.shareLeft))?.get(item);
  } finally {
    item.isGone = true;
    limit.free();
  }
}

/** Only calls of one kind are asked together: those of one server, inside the same request, that differ in their messages alone. */
function kindOf({ exchange, choice, call }: ModelCall): string {
  const { server, lifetime } = exchange;
  return digestOf({ server, inside: lifetime.inside?.id, id: choice.id, call: { ...call, messages: [] } });
}

function timeLeft({ milliseconds }: ModelCall, start: number): number | undefined {
  return milliseconds === undefined ? undefined : milliseconds - (performance.now() - start);
}
