import type { JsonObject } from "../json.ts";
import type { Outcome } from "../seen.ts";

/** A connection to a client, from the server's side. */
export type Session = {
  /** What the client declared as `sampling`. Known after the first request in the shape "2026". */
  sampling: () => unknown;
  /** Sends requests at the same time, and waits until each has its outcome. */
  ask: (requests: readonly JsonObject[]) => Promise<Outcome[]>;
  progress: readonly JsonObject[];
  retries: () => number;
  close: () => Promise<void>;
};
