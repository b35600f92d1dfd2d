import { expect, test } from "vitest";
import { CASES, type Case, formatReport, RULES, runConformance } from "../../conformance/index.ts";
import { SUBJECTS } from "../../conformance/ours/subjects.ts";
import { request } from "../../conformance/requests.ts";
import { RULE_NUMBERS, UNSEEN } from "../../conformance/rules.ts";
import { WRONG } from "./wrong-clients.ts";

test.for(SUBJECTS)("our handler passes every case: $name", async (subject) => {
  const { findings } = await runConformance(subject);
  expect(findings.filter(({ verdict }) => verdict === "fail")).toEqual([]);
  const rules = findings.map(({ rule }) => rule);
  expect([...new Set(rules)]).toEqual(RULE_NUMBERS);
});

// Progress is a liberty (R14), so the suite only judges what comes. That ours comes is a case of our own.
const progressComes: Case = {
  rule: "R14",
  name: "progress comes where the server gave a token, be it 0 or a text",
  strength: "MAY",
  send: [0, "a token"].map((progressToken) => request({ _meta: { progressToken } })),
  expect: ({ progress }) => {
    const tokens = new Set(progress.map(({ progressToken }) => progressToken));
    return tokens.size === 2 ? undefined : `expected both tokens, got ${[...tokens].join(", ")}`;
  },
};

test.for(SUBJECTS.filter(({ shape }) => shape === "2025"))("our handler tells progress: $name", async (subject) => {
  const { findings } = await runConformance(subject, { cases: [progressComes] });
  expect(findings[0]).toMatchObject({ rule: "R14", verdict: "pass" });
});

test("every rule has a case, or a reason why nothing can be seen of it", () => {
  const covered = new Set<string>([...CASES.map(({ rule }) => rule), ...Object.keys(UNSEEN)]);
  expect(Object.keys(RULES).filter((rule) => !covered.has(rule))).toEqual([]);
  const names = CASES.map(({ rule, name }) => `${rule} ${name}`);
  expect(new Set(names).size).toBe(names.length);
});

test.for(WRONG)("a client that $way is found out", async ({ subject, found }) => {
  const { findings } = await runConformance(subject, {
    cases: CASES.filter(({ rule, name }) => found.includes(`${rule} ${name}`)),
  });
  const failed = findings.filter(({ verdict }) => verdict === "fail");
  expect(failed.map(({ rule, case: name }) => `${rule} ${name}`)).toEqual(found);
});

test("a client that never connects fails, and the run goes on", async () => {
  const { findings } = await runConformance(
    { name: "broken", shape: "2025", connect: () => Promise.reject(new Error("no")) },
    { cases: CASES.filter(({ rule }) => rule === "R1") },
  );
  expect(findings).toMatchObject([{ verdict: "fail", reason: "the client failed: no" }, { rule: "R32" }]);
});

test("a reason that is out of date fails", async () => {
  const { findings } = await runConformance(
    {
      name: "x",
      shape: "bare",
      handler: (setup) => async () => ({ ...(await setup.call({ model: "m", messages: [] })), role: "assistant" }),
      beneath: { "R24 the role is assistant": "cannot be" },
    },
    { cases: CASES.filter(({ rule }) => rule === "R24") },
  );
  expect(findings[0]).toMatchObject({ verdict: "fail", reason: "it passes; out of date is: cannot be" });
});

test("the report as text fits 80 columns, and says why", () => {
  const text = formatReport({
    subjects: ["one", "two"],
    findings: [
      { rule: "R1", case: "a", strength: "MUST", subject: "one", verdict: "fail", reason: "expected b, got c" },
      { rule: "R1", case: "d", strength: "MUST", subject: "one", verdict: "pass" },
      { rule: "R1", case: "a", strength: "MUST", subject: "two", verdict: "n.a.", reason: "no wire" },
      { rule: "R1", case: "d", strength: "MUST", subject: "two", verdict: "pass" },
      { rule: "R32", subject: "one", verdict: "n.a.", reason: "cannot be seen" },
    ],
  });
  expect(text).toBe(`rule matter                          one    two
R1   sampling is declared and served FAIL   pass a
R32  the warning of deprecation      n.a. b n.a.
     cases passed                    1/2    1/1

Failed:
R1 one: a (MUST)
    expected b, got c

n.a., not applicable:
a  no wire
b  cannot be seen
`);
});
