import { checkOptions, type ExpectedOptions } from "../../options/check-options.ts";
import { count, MILLISECONDS, YES_OR_NO } from "../../options/expected.ts";

const WINDOW_MS = 20;
const MAX_ITEMS = 16;
const MAX_CHARACTERS = 2_000;

/** Which requests are batched, and how. All of it may be left out. */
export type BatchingOptions = {
  /** How long the first request of a batch waits for others, in milliseconds. Default 20. */
  windowMs?: number | undefined;
  /** The most requests of one batch; it may be less where a model's answer would be too long. Default 16. */
  maxItems?: number | undefined;
  /** A request of a longer text goes alone. Default 2,000 characters. */
  maxCharacters?: number | undefined;
  /** Also requests that do not ask for temperature 0. Default false. */
  always?: boolean | undefined;
};

/** The options with their defaults. */
export type BatchingSettings = { windowMs: number; maxItems: number; maxCharacters: number; always: boolean };

const EXPECTED: ExpectedOptions<BatchingOptions> = {
  windowMs: MILLISECONDS,
  maxItems: count(2),
  maxCharacters: count(1),
  always: YES_OR_NO,
};

/** Fills in defaults. @throws TypeError with all options that are wrong */
export function batchingSettings(options: BatchingOptions): BatchingSettings {
  checkOptions("batching", options, EXPECTED);
  const { windowMs = WINDOW_MS, maxItems = MAX_ITEMS, maxCharacters = MAX_CHARACTERS, always = false } = options;
  return { windowMs, maxItems, maxCharacters, always };
}
