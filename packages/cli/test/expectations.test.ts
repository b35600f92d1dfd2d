import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fc } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { inFolder } from "./folder.ts";
import { TEAM_FILE } from "./team.ts";
import { runWith } from "./test-io.ts";

/** Writes a file of tests over the small catalog and runs it. */
async function runTests(lines: readonly string[], ...argv: string[]) {
  let ran = { out: "", err: "", exitCode: -1 };
  await inFolder(async (folder) => {
    const file = join(folder, "routing.yaml");
    await writeFile(file, ["version: 1", `catalog: ${TEAM_FILE}`, ...lines].join("\n"));
    const { out, err, exitCode } = await runWith({}, "test", file, ...argv);
    ran = { out: out.replaceAll(`${folder}/`, ""), err: err.replaceAll(`${folder}/`, ""), exitCode };
  });
  return ran;
}

const HOLDS = [
  "tests:",
  "  - name: bulk translation stays cheap",
  "    request: { hints: [{ name: haiku }], costPriority: 0.9 }",
  "    expect: { pick: anthropic/claude-haiku-4-5, match: substring, max_cost_usd: 0.01 }",
];

const FAILS = [
  ...HOLDS,
  "  - name: 'nothing <can> serve & \"this\"'",
  "    request: { inputTokens: 200000, needs: { tools: true } }",
  "    expect:",
  "      no_pick: true",
  "      excluded: { openai/gpt-5-mini: context-window }",
];

describe("results", () => {
  test("0: all hold", async () => {
    expect(await runTests(HOLDS)).toEqual({ out: "routing.yaml: 1 test, all hold\n", err: "", exitCode: 0 });
  });

  test("1: every failure with its place, what was expected, what came and why", async () => {
    const { out, err, exitCode } = await runTests(FAILS);
    expect([err, exitCode]).toEqual(["", 1]);
    expect(out).toBe(
      [
        'FAIL nothing <can> serve & "this"',
        "  routing.yaml:11:38 excluded",
        "    expected  openai/gpt-5-mini: context-window",
        "    received  openai/gpt-5-mini is ranked",
        "    because   It can serve the request, and is number 1 of 3.",
        "  routing.yaml:10:16 no_pick",
        "    expected  no model",
        "    received  openai/gpt-5-mini",
        "    because   No hint was given; of all 3 models it comes first by the tie-break",
        "              (cost 1, speed 1 and intelligence 1), no priority being above 0.",
        "",
        "routing.yaml: 2 tests, 1 failed",
        "",
      ].join("\n"),
    );
  });

  test("as JSON", async () => {
    const { out, exitCode } = await runTests(FAILS, "--format", "json");
    expect(exitCode).toBe(1);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ schema: "modelpref-tests/1", tests: 2, failed: 1 });
    expect(report.files[0].tests[0]).toMatchObject({ holds: true, pick: "anthropic/claude-haiku-4-5", failures: [] });
    expect(report.files[0].tests[1].failures[1]).toEqual({
      expectation: "no_pick",
      line: 10,
      column: 16,
      expected: "no model",
      received: "openai/gpt-5-mini",
      reason: expect.stringContaining("tie-break"),
    });
  });

  test("as JUnit, escaped", async () => {
    const { out, exitCode } = await runTests(FAILS, "--format", "junit");
    expect(exitCode).toBe(1);
    const lines = out.split("\n");
    expect(lines.slice(0, 4)).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="route-explain test" tests="2" failures="1" errors="0">',
      '  <testsuite name="routing.yaml" file="routing.yaml" tests="2" failures="1" errors="0">',
      '    <testcase name="bulk translation stays cheap" classname="routing.yaml" file="routing.yaml" line="4"/>',
    ]);
    expect(lines[4]).toContain('<testcase name="nothing &lt;can&gt; serve &amp; &quot;this&quot;"');
    expect(out).toContain(
      'message="excluded: openai/gpt-5-mini: context-window, not openai/gpt-5-mini is ranked; no_pick:',
    );
    expect(out.match(/<(?!\/|\?)[a-z]+[^>]*[^/]>/g)?.length).toBe(out.match(/<\/[a-z]+>/g)?.length);
  });

  test("without a catalog of its own: the command's, else the bundled one", async () => {
    await inFolder(async (folder) => {
      const file = join(folder, "a.yaml");
      const text = (hint: string, pick: string) =>
        `version: 1\ntests:\n  - { name: a, request: { hints: [{ name: ${hint} }] }, expect: { pick: "${pick}" } }\n`;
      await writeFile(file, text("ollama", "ollama/llama3.3:70b"));
      expect((await runWith({}, "test", file, "--catalog", TEAM_FILE)).exitCode).toBe(0);
      expect((await runWith({}, "--catalog", TEAM_FILE, "test", file)).exitCode).toBe(0);
      await writeFile(file, text("claude-opus-5", "anthropic/claude-opus-5"));
      expect((await runWith({}, "test", file)).exitCode).toBe(0);
      await writeFile(file, `catalog: bundled\n${text("claude-opus-5", "anthropic/claude-opus-5")}`);
      const { err, exitCode } = await runWith({}, "test", file, "--catalog", TEAM_FILE);
      // The flag wins: the small catalog has no such model.
      expect([exitCode, err]).toEqual([2, expect.stringContaining('no model "anthropic/claude-opus-5"')]);
    });
  });

  test("--catalog wins over the catalog of a file, and says so where that is another one", async () => {
    const told = await runTests(HOLDS, "--catalog", "bundled");
    // There is a newer Haiku in it.
    expect([told.exitCode, told.out]).toEqual([1, expect.stringContaining("received  anthropic/claude-haiku-5-5")]);
    expect(told.err).toContain("routing.yaml:2:10 catalog: passed over: --catalog bundled is given, and flags win\n");
    expect(await runTests(HOLDS, "--catalog", TEAM_FILE)).toMatchObject({ exitCode: 0, err: "" });
  });

  test("a glob of `excluded` that many models contradict is one entry", async () => {
    const { out } = await runTests([
      "tests:",
      "  - name: one",
      "    request: { needs: { tools: true } }",
      "    expect: { excluded: { '*': tools } }",
    ]);
    expect(out.replace(/\s+/g, " ")).toMatch(
      /expected \*: tools received 4 of 8 models not so: \S+ is ranked; \S+ is ranked; \S+ is ranked; and 1 more because \S+: It can serve/,
    );
  });

  test("a catalog is looked for beside the file of tests, and several files are run", async () => {
    await inFolder(async (folder) => {
      await mkdir(join(folder, "sub"));
      await writeFile(join(folder, "models.yaml"), await readFile(TEAM_FILE));
      const file = join(folder, "sub", "a.yaml");
      await writeFile(file, ["version: 1", "catalog: ../models.yaml", ...HOLDS].join("\n"));
      const { out, err, exitCode } = await runWith({}, "test", file, file);
      expect([err, exitCode]).toEqual(["", 0]);
      expect(out).toBe(`${file}: 1 test, all hold\n`.repeat(2));
    });
  });
});

describe("2: bad input, nothing is run", () => {
  test("every problem of a file, with its place and what was meant", async () => {
    const { out, err, exitCode } = await runTests([
      "tests:",
      "  - name: one",
      "    request: { hint: [], costPriority: high, needs: { tool: true } }",
      "    expect: { pick: openai/gpt-5-mni, matches: exact }",
      "  - name: one",
      "    request: { unavailable: [openai/gpt-5-mni] }",
      "    expect: { not: [opnai/*, ollama/llama], one_of: [opnai/*], excluded: { opnai/*: tool } }",
      "  - name: three",
      "    request: {}",
      "    expect: { rank_before: [a/b] }",
    ]);
    expect([out, exitCode]).toEqual(["", 2]);
    const heads = err.split("\n").filter((line) => line.startsWith("routing.yaml"));
    expect(heads.map((line) => line.slice("routing.yaml:".length))).toEqual([
      "5:16 tests[0].request.hint: unknown key; did you mean hints?",
      '5:40 tests[0].request.costPriority: expected a number from 0 to 1, received "high"',
      "5:55 tests[0].request.needs.tool: unknown key; did you mean tools?",
      "6:39 tests[0].expect.matches: unknown key; did you mean match?",
      "7:11 tests[1].name: the test in line 4 has this name already; give each its own",
      expect.stringContaining(
        '8:30 tests[1].request.unavailable[0]: the catalog has no model "openai/gpt-5-mni"; did you',
      ),
      expect.stringContaining('9:85 tests[1].expect.excluded["opnai/*"]: expected one of context-window, tools, '),
      expect.stringContaining("12:28 tests[2].expect.rank_before: expected two ids, or a list of such pairs"),
    ]);
    expect(err).toContain("^^^^");
  });

  test("as JUnit there is a report, with an error", async () => {
    const { out, err, exitCode } = await runTests(["tests: [{ nam: '<a>' }]"], "--format", "junit");
    expect(exitCode).toBe(2);
    expect(err).toContain("routing.yaml:3:11 tests[0].nam: unknown key; did you mean name?");
    expect(out).toContain('<testsuites name="route-explain test" tests="1" failures="0" errors="1">');
    expect(out).toMatch(/<error type="bad-input" message="routing\.yaml:3:\d+ [^"<]*">[^<]*<\/error>/);
    expect(out).toContain("tests: [{ nam: '&lt;a&gt;' }]");
  });

  test("names and globs that name nothing; of `not` a glob is only odd", async () => {
    const lines = ["tests:", "  - name: one", "    request: {}"];
    const expected = (text: string) => runTests([...lines, `    expect: { ${text} }`]);
    const odd = await expected("not: ['opnai/*']");
    expect([odd.exitCode, odd.out]).toEqual([0, "routing.yaml: 1 test, all hold\n"]);
    expect(odd.err).toContain('no model of the catalog fits "opnai/*"; it guards against models to come only');
    expect((await expected("not: [gpt-5-mni]")).err).toContain("did you mean openai/gpt-5-mini?");
    expect((await expected("one_of: ['opnai/*']")).err).toContain('fits "opnai/*"\n');
    expect((await expected("excluded: { 'opnai/*': retired }")).err).toContain('fits "opnai/*"\n');
    expect((await expected("pick: no/such-model-at-all")).err).toContain('no model "no/such-model-at-all"\n');
  });

  test("what the router would pass over in a request, so that the test would test another one", async () => {
    const asked = (request: string) =>
      runTests(["tests:", "  - name: one", `    request: ${request}`, "    expect: { no_pick: true }"]);
    const refused = async (request: string) => {
      const { out, err, exitCode } = await asked(request);
      expect([out, exitCode]).toEqual(["", 2]);
      return err.split("\n")[0]?.slice("routing.yaml:".length);
    };
    expect(await refused("{ needs: { input: [imgae] } }")).toMatch(
      /^5:33 tests\[0\].request.needs.input\[0\]: expected one of text, image/,
    );
    expect(await refused("{ limits: { allow: ['opnai/*'] } }")).toBe(
      '5:34 tests[0].request.limits.allow[0]: no model of the catalog fits "opnai/*"',
    );
    expect(await refused("{ limits: { deny: [openai/gpt-5-mni] } }")).toContain("did you mean openai/gpt-5-mini?");
    expect(await refused("{ costPriority: 7 }")).toBe(
      "5:30 tests[0].request.costPriority: expected a number from 0 to 1, received 7",
    );
    expect(await refused("{ hints: [{ nam: x }] }")).toBe(
      "5:26 tests[0].request.hints[0].nam: unknown key; did you mean name?",
    );
    const odd = await asked("{ limits: { deny: ['opnai/*'] } }");
    expect([odd.exitCode, odd.err]).toEqual([1, expect.stringContaining("it guards against models to come only")]);
  });

  test.each([
    ["", "nothing is in it; a file of tests begins with"],
    ["version: 1\ntests: []\n", "tests: expected at least one test, received an empty list"],
    ["version: 1\ntests:\n - &a { name: a }\n", "anchors are not supported"],
    ["tests:\n - 3\n", "version: missing; expected 1"],
    [
      "version: 1\ntests:\n - { name: a, request: { __proto__: {} }, expect: { no_pick: true } }\n",
      "__proto__: unknown key",
    ],
    ["[".repeat(100_000), "nested deeper than 64 levels"],
  ])("%.30j", async (text, message) => {
    await inFolder(async (folder) => {
      const file = join(folder, "a.yaml");
      await writeFile(file, text);
      const { out, err, exitCode } = await runWith({}, "test", file);
      expect([out, exitCode]).toEqual(["", 2]);
      expect(err).toContain(message);
    });
  });

  test("a catalog with problems is told once, and where it is named", async () => {
    await inFolder(async (folder) => {
      const file = join(folder, "a.yaml");
      await writeFile(join(folder, "models.yaml"), "version: 1\nmodels:\n  - { id: 7 }\n");
      await writeFile(file, ["version: 1", "catalog: models.yaml", ...HOLDS].join("\n"));
      const { err, exitCode } = await runWith({}, "test", file, file);
      expect(exitCode).toBe(2);
      expect(err).toContain(`${file}:2:10 catalog: this catalog cannot be used: see below`);
      expect(err).toContain(`${file}:2:10 catalog: this catalog cannot be used: see above`);
      expect(err.match(/models\.yaml:3:11 models\[0\]\.id/g)).toHaveLength(1);
    });
  });

  test("files that are not there, and none at all", async () => {
    expect(await runWith({}, "test", "none.yaml")).toEqual({ out: "", err: "none.yaml: no such file\n", exitCode: 2 });
    expect((await runWith({}, "test")).err).toContain("missing required argument 'FILE'");
    expect((await runWith({}, "test", "a.yaml", "--format", "html")).err).toContain("Expected text, json, junit.");
  });
});

/** Values that a test may hold, right and wrong. */
const key = fc.constantFrom(
  "hints",
  "name",
  "modelPreferences",
  "messages",
  "maxTokens",
  "params",
  "limits",
  "needs",
  "constructor",
  "x",
);
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom("haiku", "a/b", "*", "", 0, -1, 1e300, true, null, "\u001b[2J"),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(key, tie("value"), { maxKeys: 4 }),
  ),
})).value;
const expected = fc.dictionary(
  fc.constantFrom("pick", "match", "not", "one_of", "excluded", "max_cost_usd", "rank_before", "no_pick"),
  fc.oneof(value, fc.constantFrom("openai/gpt-5-mini", ["ollama/*"], { "*": "tools" }, true, 1)),
  { maxKeys: 3 },
);
const tests = fc.array(fc.record({ name: fc.string(), request: value, expect: expected }), {
  minLength: 1,
  maxLength: 3,
});
const file = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .record({ version: fc.constant(1), catalog: fc.constant(TEAM_FILE), tests })
    .map((written) => JSON.stringify(written)),
);

test("whatever a file holds, it is run or refused, and steers no terminal", async () => {
  await inFolder(async (folder) => {
    const path = join(folder, "a.yaml");
    await fc.assert(
      fc.asyncProperty(file, fc.constantFrom("text", "junit"), async (text, format) => {
        await writeFile(path, text);
        const { out, err, exitCode } = await runWith({}, "test", path, "--format", format);
        expect(err).not.toContain("internal error");
        expect(exitCode === 2).toBe(format === "junit" ? out.includes('errors="1"') : out === "");
        expect(out + err).not.toMatch(/[^\n\P{Cc}]/u);
      }),
      { numRuns: 300 },
    );
  });
});
