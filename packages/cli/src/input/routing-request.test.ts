import { expect, test } from "vitest";
import { routingRequest } from "./routing-request.ts";

const preferences = { hints: [{ name: "gpt-4o" }], costPriority: 0.5 };
const params = {
  maxTokens: 200,
  tools: [{ name: "search", inputSchema: {} }],
  messages: [{ role: "user", content: { type: "image", data: "AAAA", mimeType: "image/png" } }],
};

test("without a prompt nothing is measured", async () => {
  expect(await routingRequest({ preferences }, {})).toMatchObject({
    modelPreferences: preferences,
    inputTokens: undefined,
    needs: undefined,
  });
  expect(await routingRequest({ preferences: {}, params: { maxTokens: 7 } }, {})).toMatchObject({ maxTokens: 7 });
});

test("tokens and needs are measured from the prompt", async () => {
  const request = await routingRequest({ preferences, params }, {});
  expect(request.inputTokens).toBeGreaterThan(0);
  expect(request).toMatchObject({ maxTokens: 200, needs: { tools: true, input: ["text", "image"] } });
});

test("flags win", async () => {
  const flags = {
    hint: ["haiku"],
    cost: 1,
    speed: 0,
    inputTokens: 9,
    maxTokens: 10,
    needs: ["pdf" as const, "structured-output" as const],
    maxCost: 0.1,
    maxSeconds: 2,
    allow: ["a/*"],
    deny: ["b/*"],
    server: "translate",
  };
  expect(await routingRequest({ preferences, params }, flags)).toEqual({
    modelPreferences: {
      hints: [{ name: "haiku" }],
      costPriority: 1,
      speedPriority: 0,
      intelligencePriority: undefined,
    },
    inputTokens: 9,
    maxTokens: 10,
    needs: { tools: false, structuredOutput: true, input: ["text", "pdf"] },
    limits: { max_cost_usd: 0.1, max_seconds: 2, allow: ["a/*"], deny: ["b/*"] },
    server: "translate",
  });
});
