import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { parseJson } from "./parse-json.ts";

test.prop([fc.jsonValue({ maxDepth: 6 })])("JSON within bounds is read as JSON.parse reads it", (value) => {
  const text = JSON.stringify(value);
  expect(parseJson(text)).toEqual({ value: JSON.parse(text) });
});

test.prop([fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(...'[]{}",:\\1 ') }))])(
  "any text is read or refused, without an exception",
  (text) => {
    const isJson = parseJson(text).fault === undefined;
    expect(isJson).toBe(canParse(text));
  },
);

function canParse(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test.each([
  ["too-deep", "[".repeat(10_000_000)],
  ["too-deep", '{"a":'.repeat(65)],
  ["too-many", `[${"[],".repeat(2_100_000)}0]`],
  ["syntax", '{"a": "unclosed'],
  ["syntax", ""],
])("%s", (code, text) => {
  expect(parseJson(text)).toMatchObject({ fault: { code } });
});

test("brackets in strings count for nothing", () => {
  expect(parseJson(JSON.stringify(`${"[".repeat(100)}\\"${"{".repeat(100)}`)).fault).toBeUndefined();
});
