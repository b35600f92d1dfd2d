/** The largest request that is read; what is larger is refused before any work is done on it. */
export const BOUNDS = {
  /** Characters of all texts together, base64 and keys included. */
  characters: 32_000_000,
  /** Levels of maps and lists inside each other. */
  depth: 64,
  /** Maps, lists and values. */
  values: 200_000,
  messages: 4_096,
  tools: 128,
} as const;
