import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { addDecision } from "./add-decision.ts";
import { type Decision, isInForce } from "./decision.ts";
import { formatDecisionProblem } from "./decision-problem.ts";
import { readDecisions } from "./read-decisions.ts";

const decisionsOf = (text: string) => readDecisions(text, "a.yaml");
const problemsOf = (text: string) => (decisionsOf(text).problems ?? []).map(formatDecisionProblem);
const added = (text: string, decision: Decision): string => {
  const read = decisionsOf(text);
  if (read.problems !== undefined) throw new Error(problemsOf(text).join());
  return addDecision(read, decision);
};

const FILE = `# mine
version: 1
decisions:
  # the translator is fine
  - server: translate
    decision: allow
    in_tool_call: true
    holds: [text]
    models: [one/big]
    since: 2026-11-22T10:00:00Z
    until: 2026-12-22
  - { server: shady, decision: deny }
`;

test("a file as people write it", () => {
  expect(decisionsOf(FILE)).toMatchObject({
    decisions: [
      {
        server: "translate",
        decision: "allow",
        inToolCall: true,
        holds: ["text"],
        models: ["one/big"],
        since: Date.parse("2026-11-22T10:00:00Z"),
        until: Date.parse("2026-12-22"),
      },
      { server: "shady", decision: "deny" },
    ],
  });
  for (const text of ["", "# nothing yet\n", "version: 1\n", "version: 1\ndecisions:\n"])
    expect(decisionsOf(text)).toMatchObject({ decisions: [] });
});

test.for<[string, string[]]>([
  ["version: 2\n", ["a.yaml:1:10: expected version: 1"]],
  ["decisions: []\n", ["a.yaml:1:1: expected version: 1"]],
  ["- a\n", ["a.yaml:1:1: expected a map with version and decisions"]],
  ["version: 1\ndecision: []\n", ["a.yaml:2:1: unknown key; expected one of version, decisions"]],
  ["version: 1\ndecisions: { a: 1 }\n", ["a.yaml:2:12: decisions: expected a list"]],
  ["version: 1\ndecisions:\n  - translate\n", ["a.yaml:3:5: expected a decision, with the keys server and decision"]],
  ["version: 1\ndecisions:\n  - server: a\n", ["a.yaml:3:5: expected the key decision: allow or deny"]],
  [
    "version: 1\ndecisions:\n  - server: 5\n    decision: yes\n    until: soon\n    holds: [smell]\n    in_tool_call: no\n",
    [
      "a.yaml:3:13: server: expected the server's name",
      "a.yaml:4:15: decision: expected allow or deny",
      "a.yaml:7:19: in_tool_call: expected true or false",
      "a.yaml:6:12: holds: expected a list of text, tools, image, audio, video, pdf",
      "a.yaml:5:12: until: expected a time such as 2026-12-22 or 2026-12-22T10:00:00Z",
    ],
  ],
  ["version: 1\nversion: 1\n", ["a.yaml:2:1: Map keys must be unique"]],
  [
    "version: 1\ndecisions: [\n",
    ["a.yaml:3:1: Flow sequence in block collection must be sufficiently indented and end with a ]"],
  ],
  ["version: 1\ndecisions: *all\n", ["a.yaml:2:12: decisions: expected a list"]],
  ["version: 1\n__proto__: 1\n", ["a.yaml:2:1: unknown key; expected one of version, decisions"]],
])("%j: %j", ([text, problems]) => {
  expect(problemsOf(text)).toEqual(problems);
});

test("a file of comments alone keeps them", () => {
  const text = added("# mine\n# and yours\n", { server: "a", decision: "allow" });
  expect(text).toBe("# mine\n# and yours\n\nversion: 1\ndecisions:\n  - server: a\n    decision: allow\n");
});

test("what is too deep is told, and not read", () => {
  expect(decisionsOf("[".repeat(100_000)).problems).not.toEqual([]);
});

const name = fc.string({ unit: "binary", minLength: 1, maxLength: 20 });
const time = fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1000);
const decision = fc.record<Decision>(
  {
    server: name,
    decision: fc.constantFrom("allow", "deny"),
    inToolCall: fc.boolean(),
    holds: fc.subarray(["text", "image", "tools"]),
    models: fc.array(name, { minLength: 1, maxLength: 3 }),
    since: time,
    until: time,
  },
  { requiredKeys: ["server", "decision"] },
);

property.prop([decision])("what is added is read again, whatever the server's name", (one) => {
  expect(decisionsOf(added("", one))).toMatchObject({ decisions: [one] });
});

test("adding keeps what people wrote, and renews what is about the same", () => {
  const until = Date.parse("2027-01-01T00:00:00Z");
  const since = Date.parse("2026-12-01T00:00:00Z");
  const renewed = { server: "translate", decision: "allow", inToolCall: true, holds: ["text"], since, until } as const;
  const text = added(FILE, { ...renewed, models: ["one/small"] });
  expect(text).toContain("# mine\n");
  expect(text).toContain("# the translator is fine\n");
  expect(text).toContain("server: shady");
  const read = decisionsOf(text);
  expect(read.problems === undefined && read.decisions[0]).toMatchObject({ models: ["one/big", "one/small"], until });
  expect(
    added(added(FILE, { server: "b", decision: "allow" }), { server: "b", decision: "allow" }).match(/server: b\n/g),
  ).toHaveLength(1);
});

test("time", () => {
  const made: Decision = { server: "a", decision: "allow", since: 1000, until: 2000 };
  expect([999, 1000, 1999, 2000].map((now) => isInForce(made, now))).toEqual([false, true, true, false]);
  expect([0, 1999, 2000].map((now) => isInForce({ ...made, decision: "deny" }, now))).toEqual([true, true, false]);
});
