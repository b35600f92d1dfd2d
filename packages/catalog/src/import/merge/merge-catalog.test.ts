import type { Model } from "@modelpref/router";
import { describe, expect, test } from "vitest";
import { listOf } from "../../../test/imported-list.ts";
import type { ImportSource } from "../sources.ts";
import { mergeCatalog } from "./merge-catalog.ts";

function merge(text: string, rows: readonly Model[], source?: ImportSource, sources?: Record<string, string>) {
  const merged = mergeCatalog(text, "team.yaml", listOf(rows, source, sources), {});
  if (merged.text === undefined) throw new Error(JSON.stringify(merged.problems));
  return merged;
}

const TEAM = `# Our models.
version: 1
models:
  # The one we like.
  - id: acme/sonata-5   # since June
    cost: { input: 2, output: 10 } # list price
    limit:
      # as measured
      context: 200000
    tool_call: true
    sources: { cost: litellm, limit: hand }

  - id: acme/old
    cost: { input: 1, output: 2 }
    sources: { cost: litellm }
  # The end.
sources:
  litellm: { title: LiteLLM, retrieved: 2026-01-01 }
  hand: { title: Measured by us }
`;

test("values of the import change, others stay, missing ones and new models are added; all else keeps every character", () => {
  const { text, plan } = merge(TEAM, [
    {
      id: "acme/sonata-5",
      cost: { input: 3, output: 12 },
      limit: { context: 128_000, output: 64_000 },
      tool_call: true,
      reasoning: true,
    },
    { id: "acme/nocturne", cost: { input: 0.5, output: 1 } },
  ]);
  expect(text).toBe(`# Our models.
version: 1
models:
  # The one we like.
  - id: acme/sonata-5   # since June
    cost: { input: 3, output: 12 } # list price
    limit:
      # as measured
      context: 200000
    tool_call: true
    reasoning: true
    sources: { cost: litellm, limit: hand, reasoning: litellm }

  - id: acme/old
    cost: { input: 1, output: 2 }
    sources: { cost: litellm }

  - id: acme/nocturne
    cost: { input: 0.5, output: 1 }
    sources: { cost: litellm }
  # The end.
sources:
  litellm: { title: LiteLLM, retrieved: 2026-11-22 }
  hand: { title: Measured by us }
`);
  expect(plan).toMatchObject({
    added: [{ id: "acme/nocturne" }],
    changed: [
      { id: "acme/sonata-5", path: "reasoning", from: undefined, to: true },
      { id: "acme/sonata-5", path: "cost.input", from: 2, to: 3 },
      { id: "acme/sonata-5", path: "cost.output", from: 10, to: 12 },
    ],
    conflicts: [{ id: "acme/sonata-5", path: "limit.context", from: 200_000, to: 128_000, source: "hand" }],
    gone: ["acme/old"],
    prices: { compared: 1, agree: 0 },
  });
});

describe("the date of a source", () => {
  const rows: Model[] = [{ id: "acme/sonata-5", cost: { input: 3, output: 12 } }];
  const mergeSome = (text: string, match: readonly string[]) =>
    mergeCatalog(text, "team.yaml", listOf(rows), { match });

  test("stays where entries cite it that were not asked for, and that is told", () => {
    const { text, plan } = mergeSome(TEAM, ["*/sonata-*"]);
    expect(text).toContain("cost: { input: 3, output: 12 }");
    expect(text).toContain("litellm: { title: LiteLLM, retrieved: 2026-01-01 }");
    expect(plan?.keptDates).toEqual([{ source: "litellm", retrieved: "2026-01-01", ids: ["acme/old"] }]);
  });

  test("is not given to a source without one either", () => {
    const { text, plan } = mergeSome(TEAM.replace(", retrieved: 2026-01-01", ""), ["*/sonata-*"]);
    expect(text).toContain("litellm: { title: LiteLLM }");
    expect(plan?.keptDates).toEqual([{ source: "litellm", retrieved: undefined, ids: ["acme/old"] }]);
  });

  test.for([
    ["all that cite it were asked for", TEAM, ["acme/*"]],
    ["the others cite another source", TEAM.replace("sources: { cost: litellm }", "sources: { cost: hand }"), ["*-5"]],
  ] as const)("moves where %s", ([, text, match]) => {
    const merged = mergeSome(text, match);
    expect(merged.text).toContain("litellm: { title: LiteLLM, retrieved: 2026-11-22 }");
    expect(merged.plan?.keptDates).toEqual([]);
  });
});

describe("whose a value is", () => {
  const entry = (sources: string) =>
    `version: 1\nmodels:\n  - id: a/b\n    cost: { input: 1, output: 2, tiers: [{ above: 9, input: 3 }] }\n${sources}`;
  const more = "sources: { litellm: { title: L }, x: { title: X } }\n";
  const row: Model = { id: "a/b", cost: { input: 5, output: 2 } };

  test.each([
    ["nobody's, so the user's", "", undefined],
    ["another list's", "    sources: { cost: x }\n", "x"],
    ["in part another list's", "    sources: { cost: litellm, cost.tiers: x }\n", "litellm"],
  ])("%s: it stays and is a conflict", (_, sources, source) => {
    const { text, plan } = merge(entry(sources) + more, [row]);
    expect(text).toContain("cost: { input: 1, output: 2, tiers: [{ above: 9, input: 3 }] }");
    expect(plan.conflicts).toMatchObject([{ path: "cost.input", from: 1, to: 5, source }]);
  });

  test("this list's: the fact is replaced as a whole, tiers that the list no longer has are gone", () => {
    expect(merge(entry("    sources: { cost: litellm }\n") + more, [row]).text).toContain(
      "    cost: { input: 5, output: 2 }\n",
    );
  });

  test("another wording of a name is no conflict, nor is what the user deleted", () => {
    const { plan } = merge("version: 1\nmodels:\n  - { id: a/b, name: Bee }\n", [{ id: "a/b", name: "Vendor: B" }]);
    expect(plan.conflicts).toEqual([]);
  });
});

describe("layouts", () => {
  const row: Model = { id: "a/b", tool_call: true, cost: { input: 1, output: 2 } };

  test.each([
    [
      "no models",
      "version: 1\n",
      "version: 1\nmodels: [{ id: a/b, tool_call: true, cost: { input: 1, output: 2 }, sources: { tool_call: litellm, cost: litellm } }]\nsources: { litellm: { title: A list, retrieved: 2026-11-22 } }\n",
    ],
    [
      "a file like JSON",
      '{ "version": 1, "models": [{ "id": "a/b" }] }',
      '{ "version": 1, "models": [{ "id": "a/b", tool_call: true, cost: { input: 1, output: 2 }, sources: { tool_call: litellm, cost: litellm } }], sources: { litellm: { title: A list, retrieved: 2026-11-22 } } }',
    ],
    [
      "no line end at the end",
      "version: 1\nmodels:\n- id: a/b",
      "version: 1\nmodels:\n- id: a/b\n  tool_call: true\n  cost: { input: 1, output: 2 }\n  sources: { tool_call: litellm, cost: litellm }\nsources: { litellm: { title: A list, retrieved: 2026-11-22 } }",
    ],
  ])("%s", (_, before, after) => {
    expect(merge(before, [row]).text).toBe(after);
  });

  test("comments inside a value that is replaced move above it", () => {
    const before =
      "version: 1\nmodels:\n  - id: a/b\n    cost:\n      # thirty days' notice\n      input: 9 # was 8\n      output: 2\n    sources: { cost: litellm }\nsources: { litellm: { title: A list, retrieved: 2026-11-22 } }\n";
    const after =
      "version: 1\nmodels:\n  - id: a/b\n    # thirty days' notice\n    # was 8\n    cost: { input: 1, output: 2 }\n    tool_call: true\n    sources: { cost: litellm, tool_call: litellm }\nsources: { litellm: { title: A list, retrieved: 2026-11-22 } }\n";
    expect(merge(before, [row]).text).toBe(after);
  });
});

test("what is in the list, but could not be taken, is not gone", () => {
  const text =
    "version: 1\nmodels:\n  - { id: a/b, tool_call: true, sources: { tool_call: litellm } }\nsources: { litellm: { title: L } }\n";
  const dropped = [{ code: "no-facts", place: ["b"], id: "a/b" }] as const;
  expect(mergeCatalog(text, "f", { ...listOf([]), dropped }, {}).plan?.gone).toEqual([]);
  expect(mergeCatalog(text, "f", listOf([]), {}).plan?.gone).toEqual(["a/b"]);
  expect(mergeCatalog(text, "f", listOf([]), { match: ["other/*"] }).plan?.gone).toEqual([]);
});

test("a family is written where the file declares it", () => {
  const family = "families: [{ id: sonata, tokens: [sonata] }]\n";
  const rows: Model[] = [
    { id: "a/b", family: "sonata" },
    { id: "a/c", family: "other" },
  ];
  expect(merge(`version: 1\n${family}`, rows).text.match(/family: \w+/g)).toEqual([
    "family: sonata",
    "family: litellm",
  ]);
});

test("scores rate models of the file and add none; they own what scores of any attribution set", () => {
  const before = `version: 1
models:
  - id: a/b
    intelligence: { score: 10 }
    sources: { intelligence: scores/old-board }
sources: { scores/old-board: { title: Old board } }
`;
  const rows: Model[] = [
    { id: "a/b", intelligence: { score: 70, as_of: "2026-11" } },
    { id: "a/none", intelligence: { score: 1 } },
  ];
  const { text, plan } = merge(before, rows, "scores", { intelligence: "scores/new-board" });
  expect(text).toContain(
    "    intelligence: { score: 70, as_of: 2026-11 }\n    sources: { intelligence: scores/new-board }\n",
  );
  expect(text).toContain("scores/new-board: { title: scores/new-board, retrieved: 2026-11-22 }");
  expect(plan.unknown).toEqual(["a/none"]);
});

test("a file with problems is refused, with the problems and their places in the file as it is", () => {
  const merged = mergeCatalog(
    "version: 1\nmodels:\n  - id: a/b\n    cots: 1\n",
    "team.yaml",
    listOf([{ id: "a/a" }]),
    {},
  );
  expect(merged.problems).toMatchObject([{ code: "unknown-key", line: 4 }]);
  for (const text of ["", "[", "7", "models: 1", "version: 2"]) {
    expect(mergeCatalog(text, "f", listOf([{ id: "a/a" }]), {}).problems.length).toBeGreaterThan(0);
  }
});

test.each([
  "models: [{ id: { a: 1 }, sources: { cost: litellm } }]",
  "models: [{ id: [x], sources: { cost: [litellm] } }]",
  "models: [{ id: a/a, cost: { input: { a: 1 }, output: [1] }, sources: { cost: { litellm: 1 } } }]",
  "models: [{ id: a/a, cost: [1], sources: litellm }, 7, null]",
  "families: [{ id: { a: 1 } }]",
  "sources: [1]",
  "models: { a: 1 }",
  "? [a]\n: b",
])("what is no catalog is told, whatever stands where: %s", (lines) => {
  const merged = mergeCatalog(
    `version: 1\n${lines}\n`,
    "f",
    listOf([{ id: "a/a", cost: { input: 1, output: 2 } }]),
    {},
  );
  expect(merged.problems.length).toBeGreaterThan(0);
});
