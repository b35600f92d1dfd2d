import { reporterOf, type SamplingContext } from "../protocol/context.ts";

/** Milliseconds between reports while nothing happens: servers that count them wait longer (P3). */
const HEARTBEAT_MS = 5_000;

/** Tells a server that work goes on: at each step, and every few seconds in between. */
export function createProgress(context: SamplingContext | undefined): {
  report: (message: string) => void;
  end: () => void;
} {
  const send = reporterOf(context);
  if (send === undefined) return { report: () => {}, end: () => {} };
  let count = 0;
  let last = "";
  const tell = (message: string): void => {
    last = message;
    count += 1;
    send(count, message);
  };
  const timer = setInterval(() => tell(last), HEARTBEAT_MS);
  return { report: tell, end: () => clearInterval(timer) };
}
