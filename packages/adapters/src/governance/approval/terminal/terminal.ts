import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import type { ReadStream, WriteStream } from "node:tty";
import { type OneAtATime, oneAtATime } from "../one-at-a-time.ts";

/** The two ends of a terminal. */
export type Streams = { input: ReadStream; output: WriteStream };

/** A terminal for the time of one question. */
export type Terminal = Streams & {
  signal: AbortSignal;
  /** Of a line; some terminals do not say how many they have. */
  columns: number;
  show: (lines: readonly string[]) => void;
  /** A line that the person writes; undefined where they end the input or press Ctrl-C. Rejects when the signal ends. */
  readLine: (prompt: string) => Promise<string | undefined>;
};

/** Milliseconds in which keys that were pressed before the question are thrown away. */
const FORGET_MS = 50;
/** After a question that went away: what a person is just typing was meant for that one. */
const FORGET_AFTER_WITHDRAWAL_MS = 1500;

const USUAL_COLUMNS = 80;

/** A terminal has one person: its questions wait for each other, whoever asks them. */
type Seat = { queue: OneAtATime; forgetMs: number };
const seats = new WeakMap<ReadStream, Seat>();

/** Takes a terminal for one question, and leaves it as it was. */
export function withTerminal<Result>(
  streams: Streams,
  signal: AbortSignal,
  work: (terminal: Terminal) => Promise<Result>,
): Promise<Result> {
  const { input, output } = streams;
  const seat = seats.get(input) ?? { queue: oneAtATime(), forgetMs: FORGET_MS };
  seats.set(input, seat);
  return seat.queue(signal, async () => {
    const [wasRaw, wasPaused] = [input.isRaw, input.isPaused()];
    let hasAsked = false;
    try {
      await forgetKeys(input, seat.forgetMs, signal);
      seat.forgetMs = FORGET_MS;
      hasAsked = true;
      const show = (lines: readonly string[]): void => void output.write(`${lines.join("\n")}\n`);
      const columns = output.columns || USUAL_COLUMNS;
      const read = (prompt: string): Promise<string | undefined> => readLine(streams, prompt, signal);
      return await work({ ...streams, signal, columns, show, readLine: read });
    } catch (error) {
      if (signal.aborted && hasAsked) seat.forgetMs = FORGET_AFTER_WITHDRAWAL_MS;
      throw error;
    } finally {
      if (!input.destroyed) input.setRawMode(wasRaw);
      if (wasPaused) input.pause();
    }
  });
}

/** What was typed before the question was there is no answer to it. */
async function forgetKeys(input: ReadStream, milliseconds: number, signal: AbortSignal): Promise<void> {
  const ignore = (): void => {};
  input.setRawMode(true);
  input.on("data", ignore).resume();
  try {
    await sleep(milliseconds, undefined, { signal });
  } finally {
    input.off("data", ignore).pause();
  }
}

function readLine({ input, output }: Streams, prompt: string, signal: AbortSignal): Promise<string | undefined> {
  signal.throwIfAborted();
  const lines = createInterface({ input, output, terminal: true, historySize: 0 });
  return new Promise<string | undefined>((resolve, reject) => {
    const end = (): void => {
      output.write("\n");
      reject(signal.reason);
    };
    signal.addEventListener("abort", end, { once: true });
    lines.on("close", () => {
      signal.removeEventListener("abort", end);
      resolve(undefined);
    });
    lines.on("SIGINT", () => {
      output.write("\n");
      lines.close();
    });
    lines.question(prompt, resolve);
  }).finally(() => lines.close());
}
