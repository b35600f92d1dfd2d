import { expect, test } from "vitest";
import { bytesOfHeads } from "./group-heads.ts";

test("the bytes that heads count for are no less than what they hold, and not much more", () => {
  const head = { class: "exact" as const, winners: new Int32Array(1000) };
  expect(bytesOfHeads([undefined, undefined, undefined])).toBeGreaterThan(3 * 8);
  expect(bytesOfHeads([undefined, undefined, undefined])).toBeLessThan(1000);
  expect(bytesOfHeads([head, undefined, undefined])).toBeGreaterThan(head.winners.byteLength);
  expect(bytesOfHeads([head, head, head])).toBeGreaterThan(3 * head.winners.byteLength);
  expect(bytesOfHeads([head, head, head])).toBeLessThan(3 * head.winners.byteLength + 1000);
});
