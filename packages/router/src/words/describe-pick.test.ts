import { expect, test } from "vitest";
import { explainTeam, GUIDE } from "../../test/team.ts";
import type { RoutingRequest } from "../request/request.ts";
import { describePick } from "./describe-pick.ts";
import { quote } from "./quote.ts";

const hints = (...names: string[]) => ({ hints: names.map((name) => ({ name })) });

test.each<[string, RoutingRequest]>([
  [
    'Hint 1, "claude-3-sonnet", names another version of its line; of 2 such models it scores best on cost 0.3, speed 0.8 and intelligence 0.5.',
    GUIDE,
  ],
  [
    'Hint 1, "gpt-5-mini", is its name; it is the only model found so well.',
    { modelPreferences: { ...hints("gpt-5-mini"), costPriority: 1 } },
  ],
  [
    "No hint was given; of all 6 models it scores best on intelligence 1.",
    { modelPreferences: { intelligencePriority: 1 } },
  ],
  [
    "No hint matches a model that can serve it; of all 6 models it scores best on intelligence 1.",
    { modelPreferences: { ...hints("zzz"), intelligencePriority: 1 } },
  ],
  [
    "No hint was given; of all 6 models it comes first by the tie-break (cost 1, speed 1 and intelligence 1), no priority being above 0.",
    { modelPreferences: { costPriority: 0, speedPriority: 0, intelligencePriority: 0 } },
  ],
  ["No hint was given; it is the only model that can serve the request.", { limits: { allow: ["ollama/*"] } }],
  [
    "No hint was given; of the 2 models that can give all of maxTokens it scores best on intelligence 1.",
    { modelPreferences: { intelligencePriority: 1 }, maxTokens: 100_000 },
  ],
  [
    "0 of 6 models can serve this request: 6 context window too small (needs 2000000).",
    { inputTokens: 2_000_000, modelPreferences: { intelligencePriority: 1 } },
  ],
])("%s", (sentence, request) => {
  expect(describePick(explainTeam(request))).toBe(sentence);
});

test("equal scores are said to be equal", () => {
  const explanation = explainTeam({ modelPreferences: { intelligencePriority: 1 } });
  const ranked = explanation.ranked.map((model) => ({ ...model, score: 1 }));
  expect(describePick({ ...explanation, ranked })).toContain(
    "shares the best score on intelligence 1 and wins the tie-break",
  );
});

test("hints are quoted short and harmless", () => {
  expect(quote("\u001b[31m")).toBe('"\\u001b[31m"');
  expect(quote("x".repeat(1000))).toHaveLength(42);
  expect(quote('big", is its name. "')).toBe('"big\\", is its name. \\""');
});
