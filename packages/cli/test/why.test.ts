import type { RankedModel } from "@modelpref/router";
import { expect, test } from "vitest";
import { answerWhy } from "../src/facts/comparison.ts";
import { createScreen } from "../src/terminal/screen.ts";
import { viewWhy } from "../src/views/text/why.ts";
import { explainTeam } from "./team.ts";

const screen = createScreen({ columns: 80, unicode: true, colors: false });
const explanation = explainTeam({ modelPreferences: { intelligencePriority: 1 } });

/** The answer about the second of a ranking whose second is the first but for one change. */
function answerAboutTwin(change: Partial<RankedModel>): string {
  const [first] = explanation.ranked;
  if (first === undefined) throw new Error("the fixture ranks models");
  const twin = { ...first, id: "other/twin", rank: 2, ...change };
  const twins = { ...explanation, ranked: [first, twin] };
  return viewWhy(answerWhy(twins, "other/twin"), twins, screen);
}

test("the only model that can serve the request", () => {
  const alone = explainTeam({ limits: { allow: ["ollama/*"] } });
  expect(viewWhy(answerWhy(alone, "ollama/llama3.3:70b"), alone, screen)).toBe(
    "ollama/llama3.3:70b is the pick. No hint was given; it is the only model that\ncan serve the request.\n",
  );
});

test("an excluded model where nothing is picked", () => {
  const none = explainTeam({ inputTokens: 2_000_000 });
  expect(viewWhy(answerWhy(none, "openai/gpt-5-mini"), none, screen)).toBe(
    [
      "openai/gpt-5-mini cannot serve this request. No model can.",
      "",
      "  - context window too small: the prompt has 2000000 tokens, the model takes",
      "    fewer than 400000",
      "",
    ].join("\n"),
  );
});

test.each<[string, Partial<RankedModel>]>([
  ["it cannot answer with all of maxTokens.", { outputShortfall: true }],
  ["so the score decides.", { score: 0.1 }],
  ["so the tie-break decides: the score by the fallback weights.", { base: 0.1 }],
  ["Both are equal in everything, so the id that sorts first is first.", {}],
])("what decided is said: %s", (text, change) => {
  expect(answerAboutTwin(change).replaceAll("\n", " ")).toContain(text);
});

test("where the tie-break decides its values are shown too", () => {
  expect(answerAboutTwin({ base: 0.1 })).toMatch(/tie-break +0\.1000 /);
});

test("a model is found by a hint, another by none", () => {
  const hinted = explainTeam({ modelPreferences: { hints: [{ name: "ollama" }] } });
  expect(viewWhy(answerWhy(hinted, "openai/gpt-5-mini"), hinted, screen).replaceAll("\n", " ")).toContain(
    'ollama/llama3.3:70b is found by hint 1, "ollama" (substring: part of the name), openai/gpt-5-mini by no hint.',
  );
});

test("a priority that would put the model first is told", () => {
  expect(viewWhy(answerWhy(explanation, "openai/gpt-5-mini"), explanation, screen)).toContain(
    "It would be picked with intelligence 0 instead of 1.",
  );
});
