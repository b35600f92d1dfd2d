import { expect, test } from "vitest";
import { createSourceText } from "../problems/source-text.ts";
import { readYaml } from "./read-yaml.ts";

function problemsOf(text: string): string[] {
  const { problems } = readYaml(createSourceText("models.yaml", text));
  return problems.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`);
}

test.for([
  ["a: &x 1", "1:4 yaml-anchor anchors are not supported"],
  ["a: *x", "1:4 yaml-alias aliases are not supported"],
  ["allow: [*/x]", '1:9 yaml-alias aliases are not supported; put text that begins with "*" in quotes'],
  ["a: !x 1", "1:4 yaml-tag tags are not supported"],
  ["a: !!binary aGk=", "1:4 yaml-tag tags are not supported"],
  ["a: !!set { x }", "1:4 yaml-tag tags are not supported"],
  ["a: !!timestamp 2026-11-22", "1:4 yaml-tag tags are not supported"],
  ["%YAML 1.1\n---\na: yes", '1:1 yaml-directive lines that begin with "%"'],
  ["%TAG ! x\n---\na: 1", '1:1 yaml-directive lines that begin with "%"'],
  ["a: 1\n---\nb: 1", "2:1 yaml-several-documents a second document begins here"],
  ["a: 1\n...\nb: 1", "3:1 yaml-several-documents a second document begins here"],
  ["a: 1\na: 2", "2:1 duplicate-key the same key stands in line 1 already"],
  ['a: 1\n"a": 2', "2:1 duplicate-key"],
  ["{ a: { b: 1, b: 2 } }", "1:14 duplicate-key the same key stands in line 1 already"],
  ["!!int 1: a", "1:1 yaml-syntax a key must be text"],
  ["{ a: 1 }: b", "1:1 yaml-syntax a key must be text"],
  ["a:\n\tb: 1", "2:1 yaml-syntax a tab indents this line; use spaces"],
  ["a: b: c", '1:4 yaml-syntax "key: value" cannot stand here'],
  ['a: "x\nb: 1\nc: 2\n', '1:4 yaml-syntax this " is not closed'],
  ["a: 'x\nb: 1\nc: 2\n", "1:4 yaml-syntax this ' is not closed"],
  ["a: [x\nb: 1\n", "1:4 yaml-syntax the ] that closes this is missing, or not indented enough"],
  ["a:\n  - { x: 1\n  - y\n", "2:5 yaml-syntax the } that closes this is missing"],
  ["{ a: 1", "1:1 yaml-syntax the } that closes this is missing"],
  ["a: { b: 1 c: 2 }", "1:9 yaml-syntax a comma is missing here"],
  ["a:\n  b: 1\n c: 2", "3:2 yaml-syntax the indent of this line does not fit"],
  ["a:\n- b: 1\n - c: 1", "3:2 yaml-syntax the indent of this line does not fit"],
  ["a: @b", "1:4 yaml-syntax text cannot begin with @; put it in quotes"],
  ['a: "\\q"', "1:5 yaml-syntax \\q means nothing between double quotes"],
  ["a:1\nb: 2", '1:1 yaml-syntax this is neither "key: value" nor "- item"'],
  ["a: 'it's'", "1:8 yaml-syntax this does not belong here"],
  ["a: b\u0007c", "1:5 yaml-control-character"],
  ["a: b\rc: d", "1:5 yaml-control-character"],
  ["a: b\0c", "1:5 file-binary binary, not text"],
  ["__proto__: { x: 1 }", "1:1 unknown-key"],
] as const)("%j: %s", ([text, expected]) => {
  const [first, ...rest] = problemsOf(text);
  expect(first).toContain(expected);
  expect(rest).toEqual([]);
});

test("one mistake is told once, and another one further down too", () => {
  const keys = (count: number) => Array.from({ length: count }, (_, index) => `k${index}: 1`);
  const text = ["list: [a", ...keys(5), "b: [c", ...keys(5), "name: d: e", ...keys(5)].join("\n");
  expect(problemsOf(text).map((problem) => problem.split(" ")[0])).toEqual(["1:7", "7:4", "13:7"]);
});

test("a mistake that ends YAML is told once, whatever follows", () => {
  expect(problemsOf(`a: [b]]\n${"c: d\n".repeat(1000)}`)).toEqual([
    "1:7 yaml-syntax this does not belong here; is a quote, a bracket, a comma or an indent wrong before it?",
  ]);
});

test("keys and text that look like something else", () => {
  const text = "1: a\nnull: b\n<<: { c: d }\nno: no\ndate: 2026-11-22\nmonth: 2026-11\nyear: 2026\nhex: 0x10\n";
  const { file, problems } = readYaml(createSourceText("models.yaml", text));
  expect(problems).toEqual([]);
  expect(file?.data).toEqual({
    ...{ 1: "a", null: "b", "<<": { c: "d" }, no: "no" },
    ...{ date: "2026-11-22", month: "2026-11", year: 2026, hex: 16 },
  });
});

test("no key reaches a prototype", () => {
  const keys = ["__proto__", "constructor", "prototype", "hasOwnProperty", "toString"];
  const text = `${keys.map((key) => `${key}: { polluted: yes }`).join("\n")}\nlist: [{ __proto__: { polluted: yes } }]`;
  const { file } = readYaml(createSourceText("models.yaml", text));
  expect(Object.keys(file?.data ?? {})).toEqual([...keys.slice(1), "list"]);
  expect(Object.getPrototypeOf(file?.data)).toBeNull();
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect("polluted" in {}).toBe(false);
});
