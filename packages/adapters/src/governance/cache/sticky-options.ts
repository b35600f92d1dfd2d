import { type Expectation, expectCount, expectMilliseconds } from "../expect-options.ts";

const CONVERSATIONS = 10_000;
const TTL_MS = 60 * 60 * 1000;

/** How many conversations keep their model, and how long. */
export type StickyOptions = {
  /** The most that are remembered; of more, those used longest ago are forgotten. Default 10,000. */
  conversations?: number | undefined;
  /** Milliseconds after its last request that a conversation is forgotten. Default one hour. */
  ttlMs?: number | undefined;
};

/** The options with their defaults. */
export type StickySettings = { conversations: number; ttlMs: number };

/** Fills in defaults: nothing where models are not to be kept. */
export function stickySettings(sticky: boolean | StickyOptions): {
  settings: StickySettings | undefined;
  expectations: Expectation[];
} {
  if (sticky === false) return { settings: undefined, expectations: [] };
  if (sticky !== true && (typeof sticky !== "object" || sticky === null))
    return { settings: undefined, expectations: [[false, "sticky", "true, false or an object"]] };
  const { conversations = CONVERSATIONS, ttlMs = TTL_MS } = sticky === true ? {} : sticky;
  const expectations = [expectCount("sticky.conversations", conversations), expectMilliseconds("sticky.ttlMs", ttlMs)];
  return { settings: { conversations, ttlMs }, expectations };
}
