import { expect, test } from "vitest";
import { explainTeam, GUIDE } from "../../test/team.ts";
import { answerWhy } from "./comparison.ts";

const explanation = explainTeam(GUIDE);

test("a model behind is compared with the pick, and the differences add up to that of the scores", () => {
  const answer = answerWhy(explanation, "anthropic/claude-haiku-4-5");
  if (answer.kind !== "compared") throw new Error("expected a comparison");
  const { model, other, decidedBy, differences, score } = answer.comparison;
  expect([model.id, other.id, decidedBy, answer.isPick]).toEqual([
    "anthropic/claude-haiku-4-5",
    "anthropic/claude-sonnet-5",
    "match",
    false,
  ]);
  expect(differences.cost + differences.speed + differences.intelligence).toBeCloseTo(score, 9);
});

test("the pick is compared with the second", () => {
  const answer = answerWhy(explanation, "anthropic/claude-sonnet-5");
  expect(answer).toMatchObject({ isPick: true, comparison: { other: { rank: 2 }, decidedBy: "score" } });
});

test("an excluded model has its reasons", () => {
  expect(answerWhy(explanation, "anthropic/claude-3-sonnet")).toMatchObject({
    kind: "excluded",
    model: { reasons: [{ code: "retired" }] },
  });
});

test("the only model has nothing to be compared with", () => {
  const only = explainTeam({ limits: { allow: ["ollama/*"] } });
  expect(answerWhy(only, "ollama/llama3.3:70b").kind).toBe("only");
});
