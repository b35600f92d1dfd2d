import { expect, test } from "vitest";
import { mergePolicies } from "../policy/effective-policy.ts";
import type { RoutingRequest } from "../request/request.ts";
import { OrdinaryReader } from "./ordinary-reader.ts";

const policy = mergePolicies([{ defaults: { speed: 0.25 } }]);

test("preferences alone are read: hints by their place, weights in thousandths", () => {
  const reader = new OrdinaryReader();
  const hints = [{ name: "sonnet" }, {}, { name: "gpt" }];
  expect(reader.read({ modelPreferences: { hints, costPriority: 0.5 } }, policy)).toBe(true);
  expect(reader.hints).toEqual([
    { index: 0, written: "sonnet" },
    { index: 1, written: "" },
    { index: 2, written: "gpt" },
  ]);
  expect(reader.weights).toEqual({ cost: 500, speed: 250, intelligence: 0 });
});

test("16 hints of 128 characters, and priorities of 0 and 1, are ordinary", () => {
  const hints = Array.from({ length: 16 }, () => ({ name: "x".repeat(128) }));
  const reader = new OrdinaryReader();
  const modelPreferences = { hints, costPriority: 0, speedPriority: 1, intelligencePriority: undefined };
  expect(reader.read({ modelPreferences }, policy)).toBe(true);
  expect(reader.hints).toHaveLength(16);
  expect(reader.weights).toEqual({ cost: 0, speed: 1000, intelligence: 0 });
  expect(reader.read({ modelPreferences: { hints: undefined } }, policy)).toBe(true);
  expect(reader.hints).toEqual([]);
});

test("nothing of one request is left for the next", () => {
  const reader = new OrdinaryReader();
  reader.read({ modelPreferences: { hints: [{ name: "a" }, { name: "b" }], intelligencePriority: 1 } }, policy);
  expect(reader.read({}, policy)).toBe(true);
  expect(reader.hints).toEqual([]);
  expect(reader.weights).toEqual({ cost: 0, speed: 250, intelligence: 0 });
});

test.each([
  [null],
  ["text"],
  [{ inputTokens: 5 }],
  [{ maxTokens: null }],
  [{ expectedOutputTokens: 5 }],
  [{ server: "x" }],
  [{ unavailable: [] }],
  [{ limits: {} }],
  [{ needs: {} }],
  [{ modelPreferences: null }],
  [{ modelPreferences: { costPriority: 1.5 } }],
  [{ modelPreferences: { costPriority: Number.NaN } }],
  [{ modelPreferences: { costPriority: -0 } }],
  [{ modelPreferences: { costPriority: "0.5" } }],
  [{ modelPreferences: { speedPriority: -0.1 } }],
  [{ modelPreferences: { intelligencePriority: 2 } }],
  [{ modelPreferences: 5 }],
  [{ modelPreferences: { hints: "sonnet" } }],
  [{ modelPreferences: { hints: ["sonnet"] } }],
  [{ modelPreferences: { hints: [null] } }],
  [{ modelPreferences: { hints: [{ name: 5 }] } }],
  [{ modelPreferences: { hints: [{ name: [] }] } }],
  [{ modelPreferences: { hints: [{ name: "x".repeat(129) }] } }],
  [{ modelPreferences: { hints: Array.from({ length: 17 }, () => ({ name: "x" })) } }],
])("%j is left to the reader of everything", (request) => {
  expect(new OrdinaryReader().read(request as RoutingRequest, policy)).toBe(false);
});
