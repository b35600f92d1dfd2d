import { type ExpectedOptions, optionProblems } from "../../options/check-options.ts";
import { count, type Expected, MILLISECONDS } from "../../options/expected.ts";

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

/** What the option `sticky` must be. */
export const STICKY: Expected = {
  words: "true, false or an object",
  holds: (value) => typeof value === "boolean" || (typeof value === "object" && value !== null),
};

const EXPECTED: ExpectedOptions<StickyOptions> = { conversations: count(1), ttlMs: MILLISECONDS };

/** What is wrong inside of it. */
export function stickyProblems(sticky: boolean | StickyOptions | undefined): string[] {
  return typeof sticky === "object" && sticky !== null ? optionProblems(sticky, EXPECTED, "sticky.") : [];
}

/** Fills in defaults: nothing where models are not to be kept. */
export function stickySettings(sticky: boolean | StickyOptions): StickySettings | undefined {
  if (sticky === false) return undefined;
  const { conversations = CONVERSATIONS, ttlMs = TTL_MS } = sticky === true ? {} : sticky;
  return { conversations, ttlMs };
}
