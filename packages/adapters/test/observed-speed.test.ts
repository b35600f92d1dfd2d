import type { Explanation } from "@modelpref/router";
import { expect, test, vi } from "vitest";
import { createSamplingHandler } from "../src/index.ts";
import { answering } from "./kit/backends.ts";
import { CATALOG, createTestRouter } from "./kit/catalog.ts";
import { request } from "./kit/requests.ts";

const fastest = { modelPreferences: { speedPriority: 1, intelligencePriority: 0 } };
const models = CATALOG.models.map((model) => ({
  ...model,
  speed: { output_tps: model.id === "one/big" ? 900 : 100, ttft_ms: 1 },
}));

/** A handler whose `big` takes its time, whatever the catalog says; and what it decided. */
function setUp(observeSpeed: boolean) {
  const explanations: Explanation[] = [];
  const router = createTestRouter({ ...CATALOG, models });
  const backend = answering(async ({ model }) => {
    if (model === "big") await new Promise((resolve) => setTimeout(resolve, 400));
    const usage = { inputTokens: 10, outputTokens: 20 };
    return { model, content: [{ type: "text", text: "x" }], usage };
  });
  const handler = createSamplingHandler({
    router,
    backend,
    approveRequest: "allow",
    observeSpeed,
    onDecision: (explanation) => explanations.push(explanation),
  });
  return { handler, router, explanations };
}

test("a model that is slower than the catalog says loses its place, and the explanation says why", async () => {
  const { handler, router, explanations } = setUp(true);
  expect((await handler(request(fastest))).model).toBe("big");
  await vi.waitFor(async () => expect((await handler(request(fastest))).model).toBe("small"), {
    timeout: 5000,
    interval: 300,
  });
  const speedOf = (id: string) => explanations.at(-1)?.ranked.find((model) => model.id === id)?.criteria.speed;
  expect(speedOf("one/big")).toMatchObject({ observed: true, assumed: false });
  expect(speedOf("two/other")).not.toHaveProperty("observed");
  router.update({ models: models.filter(({ id }) => id !== "one/small") });
  expect((await handler(request(fastest))).model).toBe("other");
});

test("by default the catalog's speeds count", async () => {
  const { handler, explanations } = setUp(false);
  for (let times = 0; times < 4; times++) expect((await handler(request(fastest))).model).toBe("big");
  expect(JSON.stringify(explanations)).not.toContain("observed");
});
