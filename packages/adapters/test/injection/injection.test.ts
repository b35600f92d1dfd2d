// What a hostile server tries on what this layer decides: which model, for how much, and what the user sees of it.
import { describe, expect, test } from "vitest";
import type { Attempt } from "./attempt.ts";
import { ACROSS_SERVERS } from "./attempts/across-servers.ts";
import { BUDGET } from "./attempts/budget.ts";
import { FORGED_PREFERENCES } from "./attempts/forged-preferences.ts";
import { FORGED_PROTOCOL } from "./attempts/forged-protocol.ts";
import { HIDDEN_TEXT } from "./attempts/hidden-text.ts";
import { SPOOFED_APPROVALS } from "./attempts/spoofed-approvals.ts";
import { modelsAndMoneyHold, nothingLeaks, whatIsSeenHolds } from "./held.ts";
import { tryIt } from "./try-it.ts";

const CORPUS: ReadonlyMap<string, readonly Attempt[]> = new Map([
  ["spoofed approvals", SPOOFED_APPROVALS],
  ["hidden text", HIDDEN_TEXT],
  ["forged preferences", FORGED_PREFERENCES],
  ["money and time", BUDGET],
  ["forged protocol", FORGED_PROTOCOL],
  ["across servers", ACROSS_SERVERS],
]);

const attempts = [...CORPUS.values()].flat();

test("the corpus holds at least 60 attempts, each of its own", () => {
  expect(new Set(attempts.map(({ tries }) => tries)).size).toBe(attempts.length);
  expect(attempts.length).toBeGreaterThanOrEqual(60);
});

for (const [group, tried] of CORPUS) {
  describe(group, () => {
    test.for(tried.filter(({ heldBy }) => heldBy === undefined).map((attempt) => [attempt.tries, attempt] as const))(
      "a server that %s",
      async ([, attempt]) => {
        const { server = "weather", sends, ends = sends.map(() => "answered" as const) } = attempt;
        const seen = await tryIt(attempt, "allow");
        expect(seen.ended).toEqual(ends);
        // Every call was asked about, and each once.
        expect(seen.calls.length).toBe(seen.questions.length);
        modelsAndMoneyHold(seen, server);
        whatIsSeenHolds(seen);
        nothingLeaks(seen);

        const refused = await tryIt(attempt, "refuse");
        expect(refused.calls).toEqual([]);
        expect(refused.ended).toEqual(ends.map((end) => (end === "answered" ? -1 : end)));
        nothingLeaks(refused);
      },
    );

    const held = tried.filter(({ heldBy }) => heldBy !== undefined);
    for (const attempt of held)
      test(`a server that ${attempt.tries} (${attempt.heldBy})`, async () => {
        const { server = "weather", sends, ends, heldBy } = attempt;
        const seen = await tryIt(attempt, "allow");
        // The server that asked before has its answers; the other one learns nothing of them, and every call is made.
        const before = heldBy === "cache" ? sends.map(() => "answered" as const) : [];
        expect([...seen.ended].sort()).toEqual([...before, ...(ends ?? sends.map(() => "answered" as const))].sort());
        expect(seen.calls.length).toBe(seen.ended.filter((end) => end === "answered").length);
        modelsAndMoneyHold(seen, server);
        nothingLeaks(seen);
      });
  });
}
