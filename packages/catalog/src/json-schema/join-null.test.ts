import { expect, test } from "vitest";
import { joinNull } from "./join-null.ts";

test("a value or null is one type, at every depth, and keeps what is said of it", () => {
  const price = {
    anyOf: [{ type: "number" as const, minimum: 0 }, { type: "null" as const }],
    description: "A price.",
  };
  const joined = { type: ["number", "null"], minimum: 0, description: "A price." };
  expect(joinNull(price)).toEqual(joined);
  expect(joinNull({ type: "object", properties: { price }, additionalProperties: false })).toEqual({
    type: "object",
    properties: { price: joined },
    additionalProperties: false,
  });
  expect(joinNull({ anyOf: [{ type: "array", items: price }, { type: "null" }] })).toEqual({
    type: ["array", "null"],
    items: joined,
  });
  expect(joinNull({ type: "object", additionalProperties: price })).toEqual({
    type: "object",
    additionalProperties: joined,
  });
});

test("null is one more choice, and another type beside several", () => {
  expect(joinNull({ anyOf: [{ type: "string", enum: ["a"] }, { type: "null" }] })).toEqual({
    type: ["string", "null"],
    enum: ["a", null],
  });
  expect(joinNull({ anyOf: [{ type: "number", const: 1 }, { type: "null" }] })).toEqual({
    type: ["number", "null"],
    enum: [1, null],
  });
  expect(joinNull({ anyOf: [{ type: ["string", "integer"] }, { type: "null" }] })).toEqual({
    type: ["string", "integer", "null"],
  });
});

test("other choices stay", () => {
  const choice = { anyOf: [{ type: "number" as const }, { type: "string" as const }] };
  expect(joinNull(choice)).toEqual(choice);
});
