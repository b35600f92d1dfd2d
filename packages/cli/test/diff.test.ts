import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fc } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { displayWidth } from "../src/terminal/width.ts";
import { inFolder } from "./folder.ts";
import { TEAM_FILE } from "./team.ts";
import { runWith } from "./test-io.ts";

const TEAM = await readFile(TEAM_FILE, "utf8");

/** A dearer Sonnet, no Haiku, and a new model. */
const CHANGED = TEAM.replace("cost: { input: 2, output: 10 }", "cost: { input: 20, output: 100 }")
  .replace(/ {2}- id: anthropic\/claude-haiku-4-5\n(?: {4}.*\n)+/, "")
  .replace("families:\n", "  - { id: openai/gpt-9-mini, family: gpt-mini, billing: free }\nfamilies:\n");

const REQUESTS = [
  { id: "a", hints: [{ name: "haiku" }] },
  { id: "b", hints: [{ name: "haiku" }], costPriority: 1 },
  { hints: [{ name: "claude" }], costPriority: 1 },
  { id: "d", hints: [{ name: "claude-sonnet-5" }] },
  { id: "e", params: { hints: [{ name: "gpt-mini" }], costPriority: 1 } },
  { id: "f", hints: [{ name: "ollama" }] },
]
  .map((request) => `${JSON.stringify(request)}\n`)
  .join("");

/** Runs `diff` from the small catalog to a changed one over the requests above. */
async function diff(changed: string, ...argv: string[]) {
  let ran = { out: "", err: "", exitCode: -1 };
  await inFolder(async (folder) => {
    const file = join(folder, "new.yaml");
    await writeFile(file, changed);
    ran = await runWith({ input: REQUESTS }, "diff", TEAM_FILE, file, "--requests", "-", ...argv);
  });
  return ran;
}

test("text: other picks with their causes, what they cost and take, and what changed", async () => {
  const { out, err, exitCode } = await diff(CHANGED);
  expect([err, exitCode]).toEqual(["", 0]);
  expect(out).toBe(await readFile(new URL("golden/diff-80.txt", import.meta.url), "utf8"));
});

test("JSON is the finding itself", async () => {
  const found = JSON.parse((await diff(CHANGED, "--format", "json")).out);
  expect(found).toMatchObject({
    schema: "modelpref-diff/1",
    old: { name: "team", models: 8 },
    new: { name: "team", models: 8 },
    requests: 6,
    changed: 4,
    catalog: { added: ["openai/gpt-9-mini"], removed: ["anthropic/claude-haiku-4-5"] },
  });
  expect(found.picks).toHaveLength(4);
  expect(found.picks[0]).toMatchObject({
    reasons: [{ causes: [{ code: "gone", model: "anthropic/claude-haiku-4-5" }], requests: 1 }],
    requests: [{ id: "a", old: { cost: 0.004 }, new: { cost: 0.001375 } }],
  });
  expect(found.kept).toEqual([
    {
      pick: "anthropic/claude-sonnet-5",
      requests: [{ id: "d", old: { cost: 0.008, seconds: 7.75 }, new: { cost: 0.08, seconds: 7.75 } }],
      expected: {
        cost: { old: 0.008, new: 0.08, requests: 1, range: { old: [0.008, 0.008], new: [0.08, 0.08] } },
        seconds: { old: 7.75, new: 7.75, requests: 1, range: { old: [7.75, 7.75], new: [7.75, 7.75] } },
      },
    },
  ]);
});

test("Markdown: tables, escaped", async () => {
  const { out } = await diff(CHANGED, "--format", "markdown");
  expect(out).toMatch(
    /^# 4 of 6 requests get another model\n\nMean cost \$0\.00356 → .*\n\n## Other picks\n\n\| requests \| was \|/,
  );
  expect(out).toContain("| 1 | anthropic/claude-sonnet-5 | cost $0.008 → $0.08 each (+900 %), time 7.8 s as before |");
  expect(out).toContain("| anthropic/claude-sonnet-5 | cost.input | 2 | 20 |");
});

/** Many prompts of different lengths that want one model, some of which care for its price or its speed. */
const LOG = Array.from({ length: 30 }, (_, index) => {
  const priority = [{}, { costPriority: 1 }, { speedPriority: 1 }][index % 3];
  const text = "word ".repeat(index * 100);
  const messages = [{ role: "user", content: { type: "text", text } }];
  return { id: `log-${index}`, params: { messages, modelPreferences: { hints: [{ name: "sonnet" }], ...priority } } };
})
  .map((request) => `${JSON.stringify(request)}\n`)
  .join("");

test("equal changes are one row with its range, whatever their size or reason; --verbose names every request", async () => {
  const changed = TEAM.replace(
    "cost: { input: 2, output: 10 }",
    "cost: { input: 20, output: 100 }\n    enabled: false",
  );
  await inFolder(async (folder) => {
    const file = join(folder, "new.yaml");
    await writeFile(file, changed);
    const diffLog = (...argv: string[]) => runWith({ input: LOG }, "diff", TEAM_FILE, file, "--requests", "-", ...argv);
    const { out } = await diffLog();
    expect(out).toMatch(/^30 of 30 requests get another model; mean cost \$\S+ -> \$\S+ \(\+\d+ %\),\s+time/);
    expect(out.match(/requests: \S+ -> \S+/g)).toEqual([
      "requests: anthropic/claude-sonnet-5 -> anthropic/claude-sonnet-4-6",
    ]);
    expect(out).toMatch(/cost \$\S+ to \$\S+ -> \$\S+ to \$\S+ each \(\+50 %\)/);
    expect(out).toContain("log-7, and 22 more");
    const { out: verbose } = await diffLog("--verbose");
    expect(verbose.match(/log-\d+: \$\S+ -> \$\S+, \S+ s -> \S+ s$/gm)).toHaveLength(30);
  });
});

test("the same catalog changes nothing", async () => {
  for (const format of ["text", "markdown"]) {
    const { out, exitCode } = await diff(TEAM, "--format", format, "--fail-on-change");
    expect(exitCode).toBe(0);
    expect(out).toMatch(/(All 6 requests get the model they had; mean|# No request gets another model\n)/);
  }
});

test("--fail-on-change ends with 1 where a pick changes", async () => {
  expect((await diff(CHANGED, "--fail-on-change")).exitCode).toBe(1);
});

test("unless told, over public requests; `bundled` names the bundled catalog", async () => {
  const { out, err, exitCode } = await runWith({}, "diff", "bundled", "bundled");
  expect([err, exitCode]).toEqual(["", 0]);
  expect(out).toMatch(
    /^All 200 requests get the model they had; mean cost \S+ as before,\s+time \S+\s+s\s+as\s+before\.\n/,
  );
  expect(out).toContain("nothing that routing reads");
});

test("a catalog in which nothing can serve, and one in which nothing costs anything", async () => {
  const none = await diff("version: 1\n");
  expect(none.out).toContain("-> no model");
  expect(none.out).toContain("cost not known of both, time not known of both");
  const free = await diff(TEAM.replaceAll(/cost: \{[^}]*\}/g, "billing: free"));
  expect(free.out).toContain("$0");
});

describe("the public requests", async () => {
  const lines = (await readFile(new URL("../requests/public.ndjson", import.meta.url), "utf8")).trim().split("\n");

  test("are distinct, and hold preferences and an id, and nothing else", () => {
    const parsed = lines.map((line) => JSON.parse(line));
    const keys = new Set(parsed.flatMap((request) => Object.keys(request)));
    expect([...keys].sort()).toEqual(["costPriority", "hints", "id", "intelligencePriority", "speedPriority"]);
    const contents = parsed.map(({ id, ...preferences }) => JSON.stringify(preferences));
    expect([new Set(contents).size, new Set(parsed.map(({ id }) => id)).size]).toEqual([200, 200]);
  });

  test("can all be read", async () => {
    const { err } = await runWith({}, "diff", TEAM_FILE, TEAM_FILE);
    expect(err).toBe("");
  });
});

describe("2: bad input", () => {
  test("problems of both catalogs and of the file of requests are told together", async () => {
    await inFolder(async (folder) => {
      const bad = join(folder, "bad.yaml");
      await writeFile(bad, "version: 1\nmodel: []\n");
      const { out, err, exitCode } = await runWith(
        {},
        "diff",
        bad,
        join(folder, "none.yaml"),
        "--requests",
        "no.ndjson",
      );
      expect([out, exitCode]).toEqual(["", 2]);
      expect(err).toContain("bad.yaml:2:1 model: unknown key; did you mean models?");
      expect(err).toContain("none.yaml: no such file");
      expect(err).toContain("no.ndjson: no such file");
    });
  });

  test("every bad line, and no result", async () => {
    const input = `{"hints":[]}\nnot json\n\n{"hints":3}\n`;
    const { out, err, exitCode } = await runWith({ input }, "diff", TEAM_FILE, TEAM_FILE, "--requests", "-");
    expect([out, exitCode]).toEqual(["", 2]);
    expect(err).toContain('<stdin>:2:1: not JSON: expected a JSON value, received "not"');
    expect(err).toContain("<stdin>:4:10 hints: expected an array, received 3");
  });

  test("no request at all; one catalog only", async () => {
    const empty = await runWith({ input: "\n" }, "diff", TEAM_FILE, TEAM_FILE, "--requests", "-");
    expect([empty.out, empty.err, empty.exitCode]).toEqual(["", "<stdin>: holds no request\n", 2]);
    expect((await runWith({}, "diff", TEAM_FILE)).err).toContain("missing required argument 'NEW'");
  });
});

test("no line is wider than the terminal, and none holds a character that steers it", async () => {
  const odd = TEAM.replaceAll("haiku", "haiku-of-a-very-long-name-that-no-line-can-hold-as-it-is");
  await inFolder(async (folder) => {
    const file = join(folder, "odd.yaml");
    await writeFile(file, odd);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 40, max: 120 }), fc.boolean(), async (columns, unicode) => {
        const input = `{"id":"\\u001b[2J","hints":[{"name":"haiku"}]}\n${REQUESTS}`;
        const { out } = await runWith({ input, columns, unicode }, "diff", TEAM_FILE, file, "--requests", "-");
        const lines = out.split("\n");
        expect(lines.filter((line) => displayWidth(line) > columns || /[\p{Cc}\p{Cf}]/u.test(line))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
