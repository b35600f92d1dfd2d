import { expect, test } from "vitest";
import { understand } from "./understand.ts";

const warningsOf = (sent: unknown): string[] => understand(sent).warnings.map(({ message }) => message);

test("a request that says nothing has every default, and no warning", () => {
  for (const sent of [{}, undefined, null, { modelPreferences: {}, needs: {}, limits: {} }]) {
    expect(understand(sent).shown).toStrictEqual({
      modelPreferences: {},
      inputTokens: 1500,
      expectedOutputTokens: 500,
      maxTokens: null,
      needs: { tools: false, structuredOutput: false, input: ["text"], output: ["text"] },
      limits: {},
      server: null,
    });
    expect(warningsOf(sent)).toEqual([]);
  }
});

test("null counts as not stated, everywhere and without a warning", () => {
  const preferences = { hints: null, costPriority: null, speedPriority: null, intelligencePriority: null };
  const sizes = { inputTokens: null, maxTokens: null, expectedOutputTokens: null };
  const needs = { tools: null, structuredOutput: null, input: null, output: null };
  const limits = { max_cost_usd: null, max_seconds: null, allow: null, deny: null };
  const sent = { modelPreferences: preferences, ...sizes, needs, limits, server: null, unavailable: null };
  expect(understand(sent)).toStrictEqual(understand({}));
  expect(understand({ modelPreferences: null, needs: null, limits: null })).toStrictEqual(understand({}));
});

test("what is stated is shown as it was read", () => {
  const shown = {
    modelPreferences: {
      hints: [{ name: "sonnet" }, {}],
      costPriority: 0.25,
      speedPriority: 0,
      intelligencePriority: 1,
    },
    inputTokens: 0,
    expectedOutputTokens: 7,
    maxTokens: 8,
    needs: { tools: true, structuredOutput: true, input: ["text", "image"], output: ["audio"] },
    limits: { max_cost_usd: 0.5, max_seconds: 3, allow: ["a/*"], deny: [] },
    server: "files",
  };
  expect(understand(shown).shown).toStrictEqual(shown);
  expect(warningsOf(shown)).toEqual([]);
});

test("the expected output is at most maxTokens", () => {
  const expected = (sent: object): number => understand(sent).expectedOutputTokens;
  expect(expected({ maxTokens: 100 })).toBe(100);
  expect(expected({ maxTokens: 1000 })).toBe(500);
  expect(expected({ maxTokens: 1000, expectedOutputTokens: 2000 })).toBe(1000);
});

test("a modality named twice is needed once", () => {
  expect(understand({ needs: { input: ["image", "image", 5] } }).needs.input).toEqual(["image"]);
});

test("of a list that cannot be read, nothing is left", () => {
  const limits = { allow: 5, deny: ["a/*", 5] };
  expect(understand({ limits }).limits).toStrictEqual({ allow: [], deny: ["a/*"] });
  expect(understand({ limits: { allow: ["a/*"], deny: 5 } }).limits).toStrictEqual({ allow: ["a/*"], deny: [] });
});

test("minus zero is zero, without a warning", () => {
  const { shown, warnings } = understand({ inputTokens: -0, modelPreferences: { costPriority: -0 } });
  expect(shown).toMatchObject({ inputTokens: 0, modelPreferences: { costPriority: 0 } });
  expect(warnings).toEqual([]);
});

test.each([
  [{ modelPreferences: [] }, "modelPreferences: expected an object; read as no preferences"],
  [{ needs: "tools" }, "needs: expected an object; read as no needs"],
  [{ limits: 5 }, "limits: expected an object; read as no limits"],
  [{ limits: { allow: "a/*" } }, "limits.allow: expected a list of texts; the rest is passed over"],
  [{ limits: { deny: ["a/*", 5] } }, "limits.deny: expected a list of texts; the rest is passed over"],
  [
    { limits: { max_cost_usd: Number.POSITIVE_INFINITY } },
    "limits.max_cost_usd: expected a finite number, received Infinity; counts as not stated",
  ],
  [
    { limits: { max_seconds: "3" } },
    "limits.max_seconds: expected a finite number, received string; counts as not stated",
  ],
  [{ inputTokens: 2.4 }, "inputTokens: expected a whole number from 0 to 1000000000, received 2.4; read as 2"],
  [{ maxTokens: 0 }, "maxTokens: expected a whole number from 1 to 1000000000, received 0; read as 1"],
  [
    { expectedOutputTokens: 2e9 },
    "expectedOutputTokens: expected a whole number from 1 to 1000000000, received 2000000000; read as 1000000000",
  ],
  [{ modelPreferences: { speedPriority: -1 } }, "speedPriority: expected a number from 0 to 1, received -1; read as 0"],
  [
    { modelPreferences: { intelligencePriority: {} } },
    "intelligencePriority: expected a finite number, received object; counts as not stated",
  ],
])("%j has one warning: %s", (sent, message) => {
  expect(warningsOf(sent)).toEqual([message]);
});

test("a warning has the code of what it is about", () => {
  const codeOf = (sent: object): string | undefined => understand(sent).warnings[0]?.code;
  expect(codeOf({ modelPreferences: 5 })).toBe("unreadable");
  expect(codeOf({ needs: 5 })).toBe("unreadable");
  expect(codeOf({ limits: 5 })).toBe("unreadable");
  expect(codeOf({ limits: { allow: 5 } })).toBe("unreadable");
  expect(codeOf({ modelPreferences: { costPriority: 2 } })).toBe("priority-out-of-range");
  expect(codeOf({ inputTokens: -1 })).toBe("tokens-out-of-range");
  expect(codeOf({ maxTokens: 0.5 })).toBe("tokens-out-of-range");
  expect(codeOf({ maxTokens: Number.NaN })).toBe("not-a-number");
});

test.each([
  ["sonnet", "request: expected an object; read as an empty one"],
  [[], "request: expected an object; read as an empty one"],
  [{ hints: [] }, "hints: belongs under modelPreferences; passed over"],
  [{ costPriority: 1 }, "costPriority: belongs under modelPreferences; passed over"],
  [{ server: 5 }, "server: expected a text; read as no name"],
  [{ needs: { tools: "yes" } }, "needs.tools: expected true or false; read as false"],
  [{ needs: { structuredOutput: 1 } }, "needs.structuredOutput: expected true or false; read as false"],
  [{ needs: { input: [5] } }, "needs.input: expected a list of texts; the rest is passed over"],
])("%j is told to be passed over", (sent, message) => {
  expect(understand(sent).warnings).toEqual([{ code: "unreadable", message }]);
  expect(understand(sent).shown).toEqual(understand({}).shown);
});

test("a text where a list belongs is a list of one, with a warning", () => {
  const { shown, warnings } = understand({
    needs: { input: "image" },
    limits: { allow: "a/*", deny: "*" },
  });
  expect(shown.needs.input).toEqual(["image"]);
  expect(shown.limits).toEqual({ allow: ["a/*"], deny: ["*"] });
  expect(warnings.map(({ code }) => code)).toEqual(["unreadable", "unreadable", "unreadable"]);
});
