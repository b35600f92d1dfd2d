import { expect, test } from "vitest";
import { familyTokensOf, findFamily, parseFamilies } from "./families.ts";

const families = parseFamilies([
  { id: "gpt", tokens: ["gpt"] },
  { id: "gpt-mini", tokens: ["GPT", "mini"], tier: "small" },
  { id: "z-same", tokens: ["aa", "bb"] },
  { id: "a-same", tokens: ["bb", "aa"] },
  { id: "longer", tokens: ["aaa", "bb"] },
  { id: "qwen", tokens: ["qwen3"] },
  { id: "numbers", tokens: ["3", "70b"] },
]);

function familyOf(...tokens: string[]): string | undefined {
  return findFamily(tokens, families)?.id;
}

test("most tokens first, then the longest, then by id", () => {
  expect(familyOf("gpt", "4o", "mini")).toBe("gpt-mini");
  expect(familyOf("gpt", "4o")).toBe("gpt");
  expect(familyOf("aa", "bb")).toBe("a-same");
  expect(familyOf("aa", "aaa", "bb")).toBe("longer");
});

test("trailing digits, versions, dates and sizes are aside", () => {
  expect(familyOf("qwen", "2.5")).toBe("qwen");
  expect(familyOf("3", "70b")).toBe(undefined);
});

test("the words of all families, numbers aside", () => {
  expect([...familyTokensOf(families)].sort()).toEqual(["aa", "aaa", "bb", "gpt", "mini", "qwen"]);
  expect([...familyTokensOf(parseFamilies([]))]).toEqual([]);
});
