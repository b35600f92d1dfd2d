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

function warningsOf(list: unknown): string[] {
  const warnings: Warning[] = [];
  readHints(list, warnings);
  return warnings.map(({ message }) => message);
}

test("hints keep their place; blank, nameless and duplicate ones change nothing", () => {
  const list = [{ name: "" }, {}, { name: "Sonnet" }, { name: " sonnet " }, { name: " \t" }, { name: "gpt" }];
  expect(read(list)).toMatchObject({ places: ["2 Sonnet", "5 gpt"], codes: [] });
});

test("a hint of nothing but symbols is passed over, with a warning", () => {
  const list = [{ name: "🚀" }, { name: "???" }, { name: "---" }, { name: "🚀 sonnet" }];
  expect(read(list)).toEqual({
    places: ["3 🚀 sonnet"],
    codes: ["unreadable", "unreadable", "unreadable"],
    understood: [{}, {}, {}, { name: "🚀 sonnet" }],
  });
  expect(warningsOf(list)[0]).toBe('hints[0]: expected a letter or a digit in "🚀"; passed over');
});

test("what is not a list of objects with names is no hints, with a warning", () => {
  for (const list of ["sonnet", 5, { name: "x" }]) {
    expect(read(list)).toEqual({ places: [], codes: ["unreadable"], understood: [] });
  }
  expect(read(["sonnet", null, { name: 5 }, [{ name: "x" }]])).toMatchObject({
    places: [],
    codes: ["unreadable", "unreadable", "unreadable", "unreadable"],
  });
  expect(read(undefined)).toEqual({ places: [], codes: [], understood: [] });
  expect(read(null)).toEqual({ places: [], codes: [], understood: [] });
  expect(read([{ name: null }])).toStrictEqual({ places: [], codes: [], understood: [{}] });
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

test("a name of nothing but characters that fold to no letter or digit says nothing; one that folds to a letter counts", () => {
  expect(read([{ name: "¨" }, { name: "…" }, { name: "ﬁ" }, { name: "٣" }]).places).toEqual(["2 ﬁ", "3 ٣"]);
});

test("a warning says what was expected, and where", () => {
  expect(warningsOf("sonnet")).toEqual(["hints: expected a list of objects with a name; read as no hints"]);
  expect(warningsOf([{}, 5])).toEqual(["hints[1]: expected an object with a name; passed over"]);
  expect(warningsOf([{ name: "x".repeat(200) }])).toEqual([
    "hints[0]: expected at most 128 characters, received 200; passed over",
  ]);
  expect(warningsOf(Array.from({ length: 20 }, (_, index) => ({ name: `hint-${index}x` })))).toEqual([
    "hints: at most 16 hints among 1024 entries are read; those from hints[16] on are cut off",
  ]);
});
