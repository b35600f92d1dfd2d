import { expect, test } from "vitest";
import type { Warning } from "../explain/explanation.ts";
import { readHints } from "./read-hints.ts";

function read(list: unknown): { places: string[]; codes: string[]; understood: unknown } {
  const warnings: Warning[] = [];
  const { hints, understood } = readHints(list, warnings);
  return {
    places: hints.map(({ index, written }) => `${index} ${written}`),
    codes: warnings.map(({ code }) => code),
    understood,
  };
}

test("hints keep their place; blank, nameless and duplicate ones change nothing", () => {
  const list = [{ name: "" }, {}, { name: "Sonnet" }, { name: " sonnet " }, { name: "---" }, { name: "gpt" }];
  expect(read(list)).toMatchObject({ places: ["2 Sonnet", "5 gpt"], codes: [] });
});

test("what is not a list of objects with names is no hints, with a warning", () => {
  for (const list of ["sonnet", 5, { name: "x" }])
    expect(read(list)).toMatchObject({ places: [], codes: ["unreadable"] });
  expect(read(["sonnet", null, { name: 5 }, [{ name: "x" }]])).toMatchObject({
    places: [],
    codes: ["unreadable", "unreadable", "unreadable", "unreadable"],
  });
  expect(read(undefined)).toEqual({ places: [], codes: [], understood: [] });
});

test("a hint of 128 characters is read, one of 129 is passed over", () => {
  expect(read([{ name: "x".repeat(128) }])).toMatchObject({ codes: [], understood: [{ name: "x".repeat(128) }] });
  expect(read([{ name: "x".repeat(129) }, { name: "y" }])).toMatchObject({
    places: ["1 y"],
    codes: ["hint-too-long"],
    understood: [{}, { name: "y" }],
  });
});

test("16 distinct hints are read, not more", () => {
  const many = Array.from({ length: 17 }, (_, index) => ({ name: `hint-${index}x` }));
  expect(read(many.slice(0, 16)).codes).toEqual([]);
  const { places, codes, understood } = read([...many.slice(0, 16), many[0], ...many.slice(16)]);
  expect(places).toHaveLength(16);
  expect(codes).toEqual(["hints-cut"]);
  expect(understood).toHaveLength(17);
});

test("only the first 1,024 entries are looked at", () => {
  const blanks = Array.from({ length: 1023 }, () => ({}));
  expect(read([...blanks, { name: "a" }])).toMatchObject({ places: ["1023 a"], codes: [] });
  expect(read([...blanks, {}, { name: "a" }])).toMatchObject({ places: [], codes: ["hints-cut"] });
});
