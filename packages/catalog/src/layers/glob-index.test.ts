import { fc, test } from "@fast-check/vitest";
import { test as example, expect } from "vitest";
import { indexIds } from "./glob-index.ts";

const TEXT = fc.string({ unit: fc.constantFrom("a", "b", "/", "é", "\u{1F600}"), maxLength: 6 });
const GLOB = fc.string({ unit: fc.constantFrom("a", "b", "/", "*", "é", "\u{1F600}"), maxLength: 6 });

function naive(id: string, glob: string): boolean {
  const pattern = glob.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\/]/g, "\\$&"));
  return new RegExp(`^${pattern.join("[^]*")}$`).test(id);
}

test.prop([fc.array(TEXT), GLOB], { numRuns: 2000 })("finds what each id alone fits", (ids, glob) => {
  const expected = [...new Set(ids)].filter((id) => naive(id, glob));
  expect([...indexIds(ids)(glob)].sort()).toEqual(expected.sort());
});

example("a glob never hangs", () => {
  const id = "a".repeat(256);
  expect(indexIds([id])(`${"a*".repeat(127)}b`)).toEqual([]);
});
