import { expect, test } from "vitest";
import { hanging } from "../../test/kit/backends.ts";
import { modelCallOf } from "../../test/kit/model-calls.ts";
import { attempt } from "./attempt.ts";
import { joinCallSteps } from "./call-step.ts";
import { Health } from "./health.ts";
import { watchHealth } from "./watch-health.ts";

test.for([
  ["a quarter of the call's time or more", 0.25, 5],
  ["less, since waiting used it up", 0.24, 8],
] as const)("a model that does not answer in %s", async ([, share, calls]) => {
  const health = new Health();
  const callModel = joinCallSteps([watchHealth(health), attempt]);
  const backend = hanging();
  for (let count = 0; count < 8; count++)
    await callModel(modelCallOf({ backend, milliseconds: 2, shareLeft: () => share })).catch(() => {});
  expect([backend.calls.length, health.restOf("m/a") > 0]).toEqual([calls, calls === 5]);
});
