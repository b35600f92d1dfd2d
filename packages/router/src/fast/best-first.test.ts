import fc from "fast-check";
import { expect, test } from "vitest";
import { bestFirst } from "./best-first.ts";

test("positions come by falling score, equal ones in their order", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0, 1, 2, 5, 5e9), { maxLength: 40 }), (scores) => {
      const sorted = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
      expect([...bestFirst([...scores.keys()], (position) => scores[position] ?? 0)]).toEqual(sorted);
    }),
  );
});
