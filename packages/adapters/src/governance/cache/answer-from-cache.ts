import { BackendError } from "../../backends/backend-error.ts";
import type { CallStep, ModelCall, NextCall } from "../../call/call-step.ts";
import { limitCall } from "../../call/limit-call.ts";
import { SamplingError } from "../../handler/sampling-error.ts";
import { callOfNobody } from "../shared-work.ts";
import { answerKey } from "./answer-key.ts";
import { beginFlight, type Flight, type Landed } from "./flight.ts";
import type { CacheSettings } from "./options.ts";
import { type Asked, readAnswer, writeAnswer } from "./stored-answer.ts";

/**
 * The step around calls of models: an answer that is kept is given again, requests that are equal and in flight share one
 * call, and what comes of it is kept.
 */
export function answerFromCache(settings: CacheSettings): CallStep {
  const flights = new Map<string, Flight>();
  const flightOf = (name: string, key: string, modelCall: ModelCall, next: NextCall): Flight => {
    const known = flights.get(name);
    if (known !== undefined) return known;
    const end = (): void => {
      if (flights.get(name) === flight) flights.delete(name);
    };
    const flight = beginFlight({
      outer: modelCall.exchange.lifetime.inside,
      bring: (sharing) => bring(key, callOfNobody(modelCall, sharing), next, settings, end),
      abandon: end,
    });
    flights.set(name, flight);
    return flight;
  };
  /** Where it may share a call and its answer. */
  const placeOf = (modelCall: ModelCall): { key: string; name: string } | undefined => {
    const key = isCacheable(modelCall, settings) ? answerKey(modelCall, settings.namespace) : undefined;
    if (key === undefined) return undefined;
    const name = flightName(key, modelCall);
    // Who may not pay for what a flight has come to so far goes alone.
    return flights.get(name)?.hasRoom() === false ? undefined : { key, name };
  };
  return async (modelCall, next) => {
    const place = placeOf(modelCall);
    if (place === undefined) return next(modelCall);
    const { key, name } = place;
    const isJoining = flights.has(name);
    const limit = limitCall(modelCall);
    let flight: Flight | undefined;
    try {
      limit.signal.throwIfAborted();
      flight = flightOf(name, key, modelCall, next);
      const completion = await flight.join(limit.signal, modelCall.shareLeft);
      noteResult(modelCall, completion, isJoining);
      return completion;
    } catch (error) {
      // A call that is too slow for one is joined by nobody else: else one that hangs would never end.
      const isSlow = error instanceof BackendError && !error.isHeldBack;
      if (isSlow && flights.get(name) === flight) flights.delete(name);
      throw error;
    } finally {
      limit.free();
    }
  };
}

/** Only requests that stand in the same one share a flight: one that is inside another would wait for itself. */
function flightName(key: string, { exchange }: ModelCall): string {
  return `${key} ${exchange.lifetime.inside?.id ?? ""}`;
}

/** For who watches. */
function noteResult({ exchange }: ModelCall, { cached }: Landed["completion"], isJoining: boolean): void {
  const result = cached !== true ? "miss" : isJoining ? "joined" : "hit";
  exchange.lifetime.events.push({ kind: "cache", result });
}

/** A model at temperature 0 is asked for the one best answer; at another, or its own, perhaps for a new one each time. */
function isCacheable({ call }: ModelCall, { isAlways }: CacheSettings): boolean {
  return isAlways || call.temperature === 0;
}

/** Looks up an answer, or calls the model and keeps its answer; `end` is called when the store knows of it. */
async function bring(
  key: string,
  modelCall: ModelCall,
  next: NextCall,
  settings: CacheSettings,
  end: () => void,
): Promise<Landed> {
  let kept = Promise.resolve();
  try {
    const asked: Asked = { key, model: modelCall.choice.model, params: modelCall.exchange.params };
    const stored = await lookUp(asked, settings);
    if (stored !== undefined) return { completion: stored, wasStored: true };
    modelCall.signal.throwIfAborted();
    const completion = await next(modelCall);
    kept = keep(key, completion, settings);
    return { completion, wasStored: false };
  } finally {
    void kept.then(end);
  }
}

async function lookUp(
  asked: Asked,
  { store, ttlMs, isRefusing }: CacheSettings,
): Promise<Landed["completion"] | undefined> {
  try {
    const text = await store.read(asked.key);
    const answer = readAnswer(text, ttlMs, asked);
    if (answer === undefined && text !== undefined && text !== null) void store.forget(asked.key);
    return answer;
  } catch (error) {
    if (isRefusing) throw new SamplingError("internal", "The cache cannot be read", { cause: error });
    return undefined;
  }
}

/** An answer of nothing is not kept: it may be a fault of the moment. */
async function keep(key: string, completion: Landed["completion"], settings: CacheSettings): Promise<void> {
  const { content } = completion;
  if (content.every((block) => block.type === "text" && block.text.trim() === "")) return;
  const text = textOf(key, completion);
  if (text === undefined || Buffer.byteLength(text) > settings.largestAnswerBytes) return;
  await settings.store.write(key, text, settings.ttlMs);
}

function textOf(key: string, completion: Landed["completion"]): string | undefined {
  try {
    return writeAnswer(key, completion);
  } catch {
    // No JSON: nothing to keep.
    return undefined;
  }
}
