import { expect, test } from "vitest";
import { formatPath, formatProblem, formatProblemLine, formatProblems } from "./format-problem.ts";
import { positionAt } from "./position.ts";

test("a path is written as in code", () => {
  expect(formatPath(["params", "modelPreferences", "hints", 0, "name"])).toBe("params.modelPreferences.hints[0].name");
  expect(formatPath(["a b", "c"])).toBe('["a b"].c');
});

test("a problem has its place, path, what was expected and what came, and a caret", () => {
  const text = '{\n\t"costPriority": "high"\n}';
  const problem = {
    code: "wrong-type",
    file: "request.json",
    path: ["costPriority"],
    position: positionAt(text, text.indexOf('"high"')),
    expected: "a number from 0 to 1",
    received: '"high"',
  } as const;
  expect(formatProblem(problem)).toBe(
    [
      'request.json:2:18 costPriority: expected a number from 0 to 1, received "high"',
      '   "costPriority": "high"',
      "                   ^",
    ].join("\n"),
  );
});

test("of a long line only what is round the place is shown", () => {
  const text = `${"x".repeat(500)}!${"y".repeat(500)}`;
  const [, source = "", caret = ""] = formatProblem({ code: "syntax", position: positionAt(text, 500) }).split("\n");
  expect(source).toHaveLength(78);
  expect(source[caret.indexOf("^")]).toBe("!");
});

test("without a file a problem is an error of the command line", () => {
  expect(formatProblemLine({ code: "usage", message: "no request", remedy: "see --help" })).toBe(
    "error: no request; see --help",
  );
});

test("nothing of a problem can steer a terminal", () => {
  const problem = { code: "missing", file: "\u001b[2J.json", message: "no such file" } as const;
  expect(formatProblem(problem)).toBe("\\u001b[2J.json: no such file");
});

test("very many problems are counted", () => {
  const many = Array.from({ length: 60 }, () => ({ code: "usage", message: "bad" }) as const);
  expect(formatProblems(many).split("\n").slice(-3)).toEqual(["error: bad", "... and 10 more", ""]);
});
