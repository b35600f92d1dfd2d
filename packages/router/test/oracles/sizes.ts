import type { RoutingRequest } from "../../src/index.ts";

/** The tokens of a request within the protocol's bounds, with the defaults of design section 4. */
export type Size = { input: number; expected: number; most: number | undefined };

/** Reads the size of a request. */
export function sizeOf({ inputTokens, maxTokens, expectedOutputTokens }: RoutingRequest): Size {
  const expected = expectedOutputTokens ?? 500;
  const isCut = maxTokens !== undefined && maxTokens < expected;
  return { input: inputTokens ?? 1500, expected: isCut ? maxTokens : expected, most: maxTokens };
}
