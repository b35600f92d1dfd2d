import { expect, test } from "vitest";
import { explainTeam } from "../../test/team.ts";
import { exclusionGroups, isOutOfUse, modelsInUse } from "./excluded.ts";

const explanation = explainTeam({ inputTokens: 150_000, needs: { tools: true } });

test("models are grouped by their first reason, the most frequent first", () => {
  expect(exclusionGroups(explanation).map(({ code, models }) => [code, models.map(({ id }) => id)])).toEqual([
    ["context-window", ["example/unpriced-model", "ollama/llama3.3:70b"]],
  ]);
});

test("retired and disabled models are in no group and no count", () => {
  expect(explanation.excluded.filter(isOutOfUse).map(({ id }) => id)).toEqual([
    "anthropic/claude-3-sonnet",
    "openai/gpt-5-mini-eu",
  ]);
  expect(modelsInUse(explanation)).toBe(6);
});

test("what all models of a group were found wanting is said once", () => {
  const [group] = exclusionGroups(explanation);
  expect(group?.needed).toBe(150_000);
});
