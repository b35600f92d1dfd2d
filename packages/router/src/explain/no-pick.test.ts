import { expect, test } from "vitest";
import { createPlainRouter, createRouter, describeNoPick, type Model, type RoutingRequest } from "../index.ts";

test("counted reasons, most frequent first; each model counts once, retired and disabled ones not at all", () => {
  const small = [1, 2, 3].map((n): Model => ({ id: `a/small-${n}`, limit: { context: 128_000 } }));
  const models: Model[] = [
    { id: "a/dear", tool_call: true, cost: { input: 50, output: 50 } },
    { id: "a/old", status: "retired" },
    { id: "a/off", enabled: false },
    { id: "a/mute-1" },
    { id: "a/mute-2", tool_call: false },
    ...small,
  ];
  const request = { inputTokens: 212_000, needs: { tools: true }, limits: { max_cost_usd: 0.01 } };
  expect(describeNoPick(createPlainRouter({ models }).explain(request))).toBe(
    "0 of 6 models can serve this request: 3 context window too small (needs 212000), 2 no tool support, 1 over max cost",
  );
});

test.each([createRouter, createPlainRouter])("where there is a pick the sentence is true too: %o", (create) => {
  const models: Model[] = [
    { id: "a/one", tool_call: true },
    { id: "a/two", tool_call: true },
    { id: "a/mute" },
    { id: "a/old", status: "retired" },
  ];
  const router = create({ models });
  const sentence = "2 of 3 models can serve this request: 1 no tool support";
  expect(describeNoPick(router.explain({ needs: { tools: true } }))).toBe(sentence);
  expect(describeNoPick(router.explain({ needs: { tools: true } }, { top: 0 }))).toBe(sentence);
  expect(describeNoPick(router.explain({}))).toBe("3 of 3 models can serve this request");
});

test("an empty catalog says so", () => {
  expect(describeNoPick(createPlainRouter({ models: [] }).explain({}))).toBe(
    "0 of 0 models can serve this request: the catalog holds no model in use",
  );
});

const SENTENCES: [Partial<Model>, RoutingRequest, string][] = [
  [{ limit: { context: 10 } }, { inputTokens: 10 }, "1 context window too small (needs 10)"],
  [{}, { needs: { tools: true } }, "1 no tool support"],
  [{}, { needs: { structuredOutput: true } }, "1 no structured output"],
  [{}, { needs: { input: ["text", "image"] } }, "1 cannot read the input (needs text, image)"],
  [{}, { needs: { output: ["audio", "image"] } }, "1 cannot produce the output (needs audio, image)"],
  [{}, { limits: { max_cost_usd: 1 } }, "1 over max cost"],
  [{}, { limits: { max_seconds: 1 } }, "1 over max seconds"],
  [{}, { limits: { allow: [] } }, "1 not on the allow list"],
  [{}, { limits: { deny: ["*"] } }, "1 denied"],
  [{}, { unavailable: ["a/b"] }, "1 unavailable now"],
];

test.each(SENTENCES)("%j for %j: %s", (facts, request, reason) => {
  const models = [{ id: "a/b", ...facts }];
  expect(describeNoPick(createPlainRouter({ models }).explain(request))).toBe(
    `0 of 1 models can serve this request: ${reason}`,
  );
});
