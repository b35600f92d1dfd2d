import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { viewJson } from "./json.ts";

test("on a line, or indented", () => {
  expect(viewJson({ a: [1] }, "line")).toBe('{"a":[1]}\n');
  expect(viewJson({ a: 1 }, "indented")).toBe('{\n  "a": 1\n}\n');
});

test.prop([fc.string({ unit: "binary" })])("every text comes back, and none can steer a terminal", (text) => {
  const json = viewJson({ text }, "line");
  expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ text })));
  expect(json.slice(0, -1)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
});
