import { Breaker } from "../../call/breaker.ts";
import { tellQuietly } from "../../handler/tell-quietly.ts";
import { within } from "../../handler/time-limit.ts";
import type { AnswerStore } from "./answer-store.ts";

/** A store that failed five times in a row is left alone for a second. */
const BREAKER = { size: 5, least: 5, restMs: 1_000, isFailure: () => true };

/** What is done where a store fails, and how long it may take. */
export type Guard = {
  patienceMs: number;
  onStoreError: ((error: unknown) => void) | undefined;
};

/** A store behind a guard: a call of it ends in time, and a broken store is asked only now and then. */
export type GuardedStore = {
  /** What is kept. @throws what the store threw, or that it rests */
  read: (key: string) => Promise<unknown>;
  /** Keeps a text, where the store can. Never rejects. */
  write: (key: string, text: string, milliseconds: number) => Promise<void>;
  /** Forgets a text, where the store can. Never rejects. */
  forget: (key: string) => Promise<void>;
};

/** Guards a store. */
export function guardStore(store: AnswerStore, { patienceMs, onStoreError }: Guard): GuardedStore {
  const breaker = new Breaker(BREAKER);
  const run = (work: () => unknown): Promise<unknown> =>
    breaker.run(() =>
      inTime(patienceMs, work).catch((error: unknown) => {
        tellQuietly(() => onStoreError?.(error));
        throw error;
      }),
    );
  const tryTo = async (work: () => unknown): Promise<void> => {
    // It was told to `onStoreError`; the answer is there without it.
    await run(work).catch(() => {});
  };
  return {
    read: (key) => run(() => store.get(key)),
    write: (key, text, milliseconds) => tryTo(() => store.set(key, text, milliseconds)),
    forget: (key) => tryTo(() => store.delete(key)),
  };
}

async function inTime(milliseconds: number, work: () => unknown): Promise<unknown> {
  const controller = new AbortController();
  const late = (): void => controller.abort(new Error(`the store took more than ${milliseconds} ms`));
  // Where the process was busy, what the store said in time is read only now: it counts.
  const timer = setTimeout(() => setImmediate(late), milliseconds);
  try {
    return await within(controller.signal, work);
  } finally {
    clearTimeout(timer);
  }
}
