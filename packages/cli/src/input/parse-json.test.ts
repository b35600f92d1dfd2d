import { expect, test } from "vitest";
import { parseJson, placeProblems } from "./parse-json.ts";

test("what is JSON is parsed", async () => {
  await expect(parseJson('{"a": [1]}', "r.json")).resolves.toEqual({ value: { a: [1] } });
});

test.each([
  ['{"a": 1,}', 9, 'a property name in double quotes, received "}"'],
  ['{"a" 1}', 6, 'a colon after the property name, received "1"'],
  ['{"a": 1', 8, "a comma or a closing brace, received the end of the text"],
  ["[1 2]", 4, 'a comma, received "2"'],
  ["[1, 2", 6, "a comma or a closing bracket, received the end of the text"],
  ["{'a': 1}", 2, "a property name in double quotes, received \"'a'\""],
  ['{"a": tru}', 7, 'a value, received "tru"'],
  ['{"a": NaN}', 7, 'a value, received "NaN"'],
  ['{"a": "x', 7, "a closing quote on the line of the opening one"],
  ['{"a": "\u0001"}', 7, "an escape such as \\n in place of a control character"],
  ['{"a": "\\x"}', 7, "a JSON escape such as \\n or \\u0041"],
  ["{} // note", 4, 'no comment, received "//"'],
  ["{} {}", 4, 'the end of the text, received "{"'],
])("%s stops being JSON at column %i", async (text, column, expected) => {
  const { problem } = await parseJson(text, "r.json");
  expect(problem).toMatchObject({
    file: "r.json",
    position: { line: 1, column },
    message: `not JSON: expected ${expected}`,
  });
});

test.each(["[".repeat(100_000), "x".repeat(5_000_000)])(
  "where no place can be told there is a message all the same",
  async (text) => {
    const { problem } = await parseJson(text, "r.json");
    expect(problem?.message).toMatch(/^not JSON: /);
    expect(problem?.position).toBeUndefined();
  },
);

test("problems get their places, in reading order; a key that is the problem is pointed at itself", async () => {
  const text = '{\n  "costPriorty": 1,\n  "hints": [{ "name": 3 }]\n}';
  const placed = await placeProblems(
    [
      { code: "wrong-type", path: ["hints", 0, "name"] },
      { code: "unknown-key", path: ["costPriorty"] },
      { code: "wrong-type", path: ["hints", 0, "missing"] },
    ],
    text,
    "r.json",
  );
  expect(placed.map(({ position }) => [position?.line, position?.column])).toEqual([
    [2, 3],
    [3, 13],
    [3, 23],
  ]);
});

test("in a text nested too deeply problems keep their paths only", async () => {
  const text = `{"hints": 1, "x": ${"[".repeat(50_000)}${"]".repeat(50_000)}}`;
  await expect(placeProblems([{ code: "wrong-type", path: ["hints"] }], text, "r.json")).resolves.toEqual([
    { code: "wrong-type", path: ["hints"], file: "r.json" },
  ]);
});
