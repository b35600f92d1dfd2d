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

const USUAL_COLUMNS = 80;

/** A terminal has one person: its questions wait for each other, whoever asks them. */
const queues = new WeakMap<ReadStream, OneAtATime>();

/** Takes a terminal for one question, and leaves it as it was. */
export function withTerminal<Result>(
  streams: Streams,
  signal: AbortSignal,
  work: (terminal: Terminal) => Promise<Result>,
): Promise<Result> {
  const { input, output } = streams;
  const queue = queues.get(input) ?? oneAtATime();
  queues.set(input, queue);
  return queue(signal, async () => {
    const [wasRaw, wasPaused] = [input.isRaw, input.isPaused()];
    try {
      await forgetKeys(input);
      const show = (lines: readonly string[]): void => void output.write(`${lines.join("\n")}\n`);
      const columns = output.columns || USUAL_COLUMNS;
      const read = (prompt: string): Promise<string | undefined> => readLine(streams, prompt, signal);
      return await work({ ...streams, signal, columns, show, readLine: read });
    } finally {
      if (!input.destroyed) input.setRawMode(wasRaw);
      if (wasPaused) input.pause();
    }
  });
}

/** What was typed before the question was there is no answer to it. */
async function forgetKeys(input: ReadStream): Promise<void> {
  const ignore = (): void => {};
  input.setRawMode(true);
  input.on("data", ignore).resume();
  await sleep(FORGET_MS);
  input.off("data", ignore).pause();
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
