import { expect, test } from "vitest";
import { compareCodeUnits } from "./compare-code-units.ts";

test("texts are ordered by code unit, not by any locale", () => {
  const texts = ["ä", "z", "Z", "a", "ﬁ", "😀", "a-"];
  expect(texts.sort(compareCodeUnits)).toEqual(["Z", "a", "a-", "z", "ä", "😀", "ﬁ"]);
  expect(compareCodeUnits("a", "a")).toBe(0);
});
