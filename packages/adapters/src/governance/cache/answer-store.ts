/**
 * Where answers are kept: texts by key, each for some milliseconds. Every Keyv is one. What it throws, or takes too long for,
 * is a fault of the store, and what it gives is checked.
 */
export type AnswerStore = {
  /** The text that was set, or a promise of it; anything else counts as none. */
  get(key: string): unknown;
  set(key: string, text: string, milliseconds: number): unknown;
  delete(key: string): unknown;
};
