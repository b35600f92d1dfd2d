import type { JsonObject } from "./json.ts";
import type { ModelCall } from "./subject.ts";

/** What became of one request: what the server got, or in the shape "2026" what the caller of the tool got. */
export type Outcome =
  | { result: unknown; error?: undefined }
  | { result?: undefined; error: { code?: unknown; message?: unknown; data?: unknown } };

/** Everything that the suite saw of a client in one case. */
export type Seen = {
  /** What the client declares as its capability `sampling`; undefined where it declares none, or nothing can be seen. */
  sampling: unknown;
  /** One for each request, in the order sent. */
  outcomes: readonly Outcome[];
  calls: readonly ModelCall[];
  /** Params of the progress notifications that came while requests were open. */
  progress: readonly JsonObject[];
  /** What the client wrote on the console, stdout and stderr. */
  written: string;
  /** How often the client came back with answers, in the shape "2026". */
  retries: number;
};
