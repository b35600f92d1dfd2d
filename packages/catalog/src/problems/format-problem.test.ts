import { expect, test } from "vitest";
import { formatProblem } from "./format-problem.ts";
import { createSourceText, problemAt, type Range } from "./source-text.ts";

/** A problem with the first place of `part` in a text, as words. */
function show(text: string, part: string): string[] {
  const start = text.indexOf(part);
  const range: Range = [start, start + part.length];
  const finding = { code: "wrong-value", message: "wrong" } as const;
  return formatProblem(problemAt(createSourceText("models.yaml", text), range, ["models", 0], finding)).split("\n");
}

test("place, path, message, source line, carets", () => {
  expect(show("version: 1\nname: one two\n", "two")).toEqual([
    "models.yaml:2:11 models[0]: wrong",
    "  name: one two",
    "            ^^^",
  ]);
});

test.for([
  ["a tab", "\tname: x", "x", "   name: x", "         ^"],
  ["wide characters", "名前: x", "x", "  名前: x", "        ^"],
  ["an emoji", "a🙂: x", "x", "  a🙂: x", "       ^"],
  ["combining marks", "a\u0301\u0301: x", "x", "  a\u0301\u0301: x", "     ^"],
  ["a control character", "\u001B[31m: x", "x", "  ␛[31m: x", "         ^"],
  ["a C1 control character", "\u009B31m: x", "x", "  \uFFFD31m: x", "        ^"],
  ["a bidi control", "a\u202E: x", "x", "  a\uFFFD: x", "      ^"],
  ["half a pair", "a\uD800: x", "x", "  a\uFFFD: x", "      ^"],
  ["wide characters underlined", "x: 名前", "名前", "  x: 名前", "     ^^^^"],
] as const)("the caret stands right after %s", ([, text, part, line, carets]) => {
  expect(show(text, part).slice(1)).toEqual([line, carets]);
});

test("a line that ends in CR LF shows neither", () => {
  expect(show("name: x\r\nb: 1", "x").slice(1)).toEqual(["  name: x", "        ^"]);
});

test("a place that goes on in the next line is underlined to the end of its own", () => {
  expect(show("a: [1,\n 2]\n", "[1,\n 2]").slice(1)).toEqual(["  a: [1,", "     ^^^"]);
});

test.for([0, 20, 75, 76, 77, 500, 9_980])("a long line is cut round column %s and fits 80 columns", (before) => {
  const text = `${"a".repeat(before)}HERE${"b".repeat(10_000 - before)}`;
  const [, line = "", carets = ""] = show(text, "HERE");
  expect(line.length).toBeLessThanOrEqual(80);
  expect(line.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe("HERE");
});

test("a very long place is underlined as far as it is shown", () => {
  const [, line = "", carets = ""] = show(`name: ${"x".repeat(5000)}`, "x".repeat(5000));
  expect(line).toBe(`  name: ${"x".repeat(69)}…`);
  expect(carets).toBe(`        ${"^".repeat(70)}`);
});

test("nothing of a problem can steer a terminal", () => {
  const hostile = "\u001B]0;x\u0007\u009B2J\u202E\r\n";
  const problem = { code: "wrong-value", file: hostile, line: 1, column: 1, path: hostile, message: hostile } as const;
  const excerpt = { text: hostile, start: 0, length: 5 };
  const lines = formatProblem({ ...problem, excerpt }).split("\n");
  expect(lines).toHaveLength(3);
  expect(lines.join("")).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u);
});

test("a problem with a whole file has neither line nor excerpt", () => {
  expect(formatProblem({ code: "file-missing", file: "a.yaml", path: "", message: "no such file" })).toBe(
    "a.yaml: no such file",
  );
});
