/**
 * Profile 1: the fixed reference that utilities are measured against, never computed from the catalog. USD per million
 * tokens, milliseconds, tokens per second. Changing a number reorders picks: that would be profile 2.
 */
export const PROFILE = { input: 1, output: 4, ttftMs: 800, outputTps: 60 } as const;
