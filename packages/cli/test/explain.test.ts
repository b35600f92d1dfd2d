import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Explanation } from "@modelpref/router";
import { describe, expect, test } from "vitest";
import { inFolder } from "./folder.ts";
import { TEAM_FILE } from "./team.ts";
import { type Place, runWith } from "./test-io.ts";

const explain = (place: Place, ...argv: string[]) => runWith(place, ...argv, "--catalog", TEAM_FILE);

async function explained(place: Place, ...argv: string[]): Promise<Explanation> {
  const { out, err } = await explain(place, ...argv, "--format", "json");
  expect(err).toBe("");
  return JSON.parse(out);
}

describe("where the request comes from", () => {
  test("flags alone", async () => {
    const { request, pick } = await explained(
      {},
      "--hint",
      "a",
      "--hint",
      "haiku",
      "--cost",
      "0.5",
      "--max-tokens",
      "9",
    );
    expect(request.modelPreferences).toEqual({ hints: [{ name: "a" }, { name: "haiku" }], costPriority: 0.5 });
    expect(request.maxTokens).toBe(9);
    expect(pick).toBe("anthropic/claude-haiku-4-5");
  });

  test.each([[["-"]], [[]]])("standard input: %j", async (argv) => {
    const { pick } = await explained({ input: '{"hints":[{"name":"haiku"}]}' }, ...argv);
    expect(pick).toBe("anthropic/claude-haiku-4-5");
  });

  test("a file, and flags that win over it", async () => {
    await inFolder(async (folder) => {
      const file = join(folder, "request.json");
      await writeFile(
        file,
        JSON.stringify({ modelPreferences: { costPriority: 1, speedPriority: 0.2 }, maxTokens: 5 }),
      );
      const { request } = await explained({}, file, "--cost", "0", "--hint", "haiku");
      expect(request).toMatchObject({
        modelPreferences: { hints: [{ name: "haiku" }], costPriority: 0, speedPriority: 0.2 },
        maxTokens: 5,
      });
    });
  });

  test("tokens and needs are measured from the prompt", async () => {
    const content = [
      { type: "text", text: "What is this? ".repeat(100) },
      { type: "image", data: "AAAA", mimeType: "image/png" },
    ];
    const input = JSON.stringify({
      params: { messages: [{ role: "user", content }], tools: [{ name: "zoom" }], maxTokens: 9 },
    });
    const { request } = await explained({ input }, "-");
    expect(request.inputTokens).toBeGreaterThan(300);
    expect(request.needs).toMatchObject({ tools: true, input: ["text", "image"] });
  });

  test("nothing at all, on a terminal: it says so at once", async () => {
    const { out, err, exitCode } = await runWith({});
    expect([out, exitCode]).toEqual(["", 2]);
    expect(err).toBe(
      "error: no request: give a file, - for standard input, or flags such as --hint; see route-explain --help\n",
    );
  });
});

describe("what the flags do", () => {
  test("limits and needs", async () => {
    const argv = [
      "--max-cost",
      "0.005",
      "--max-seconds",
      "6",
      "--needs",
      "tools, image",
      "--allow",
      "*/*",
      "--deny",
      "openai/*",
    ];
    const { excluded, pick, request } = await explained({}, ...argv, "--server", "files");
    expect(pick).toBe("anthropic/claude-haiku-4-5");
    expect(request).toMatchObject({
      server: "files",
      limits: { max_cost_usd: 0.005, allow: ["*/*"], deny: ["openai/*"] },
    });
    expect(excluded.flatMap(({ reasons }) => reasons.map(({ code }) => code))).toEqual(
      expect.arrayContaining(["max-cost", "max-seconds", "tools", "denied", "input-modality"]),
    );
  });

  test("--top cuts the ranking and says how long it was", async () => {
    const { ranked, rankedTotal } = await explained({}, "--cost", "1", "--top", "2");
    expect([ranked.length, rankedTotal]).toEqual([2, 6]);
    const { out } = await explain({}, "--cost", "1", "--top", "2");
    expect(out).toContain("... and 4 more (--top all shows them)");
    expect((await explain({}, "--cost", "1", "--top", "all")).out).not.toContain("more (");
    expect(await explained({}, "--cost", "1", "--top", "all")).not.toHaveProperty("rankedTotal");
  });

  test("a number out of range is no error but a warning of the router", async () => {
    const { out, exitCode } = await explain({}, "--cost", "1.5", "--input-tokens", "-3");
    expect(exitCode).toBe(0);
    expect(out).toContain("costPriority: expected a number from 0 to 1, received 1.5; read as 1");
  });

  test("several catalogs: a later one lies on top, and may say a part only", async () => {
    await inFolder(async (folder) => {
      const file = join(folder, "mine.yaml");
      const model = "{ id: anthropic/claude-haiku-4-5, intelligence: { score: 99 } }";
      await writeFile(file, `version: 1\nname: mine\nmodels:\n  - ${model}\n`);
      const flags = ["--intelligence", "1", "--format", "json", "--catalog", TEAM_FILE, "--catalog", file];
      const { out } = await runWith({}, ...flags);
      expect(JSON.parse(out)).toMatchObject({
        pick: "anthropic/claude-haiku-4-5",
        catalog: { name: "mine", models: 8 },
      });
      const alone = await runWith({}, "--catalog", file, "--needs", "tools", "--cost", "1");
      expect(alone.exitCode).toBe(1);
      const joined = await runWith({}, "--catalog", TEAM_FILE, "--catalog", file, "--needs", "tools", "--cost", "1");
      expect(joined.exitCode).toBe(0);
    });
  });
});

describe("exit status", () => {
  test("0: a model was picked", async () => {
    expect((await explain({}, "--cost", "1")).exitCode).toBe(0);
  });

  test.each(["text", "json", "markdown", "html"])("1: nothing eligible, said as %s", async (format) => {
    const { out, err, exitCode } = await explain({}, "--input-tokens", "5000000", "--format", format);
    expect([err, exitCode]).toEqual(["", 1]);
    expect(out).toContain(format === "json" ? '"pick": null' : "0 of 6 models can serve this request");
  });

  test("--why about an excluded model has the status of the pick", async () => {
    const { out, exitCode } = await explain({}, "--cost", "1", "--why", "claude-3-sonnet");
    expect(exitCode).toBe(0);
    expect(out).toContain("anthropic/claude-3-sonnet cannot serve this request.");
    expect(out).toContain("- retired, replaced by anthropic/claude-sonnet-5");
  });
});

describe("the bundled catalog", () => {
  test("is the one that is used unless told", async () => {
    const { out, exitCode } = await runWith({}, "--hint", "claude-3-sonnet", "--cost", "0.3", "--format", "json");
    const explanation: Explanation = JSON.parse(out);
    expect(exitCode).toBe(0);
    expect(explanation.catalog.name).toBe("bundled");
    expect(explanation.pick).toMatch(/sonnet/);
  });
});
