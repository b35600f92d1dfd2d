import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inFolder } from "./folder.ts";
import { TEAM_FILE } from "./team.ts";
import { runWith } from "./test-io.ts";

describe("check", () => {
  test("a sound catalog", async () => {
    expect(await runWith({}, "check", TEAM_FILE)).toEqual({
      out: `${TEAM_FILE}: 8 models (1 retired), 4 families: no problem\n`,
      err: "",
      exitCode: 0,
    });
  });

  test("the bundled catalog, unless told", async () => {
    const { out, exitCode } = await runWith({}, "check");
    expect(out).toMatch(/^the bundled catalog: \d+ models \(\d+ retired\), \d+ families: no problem\n$/);
    expect(exitCode).toBe(0);
  });

  test("standard input", async () => {
    const input = await readFile(TEAM_FILE, "utf8");
    const { out } = await runWith({ input }, "check", "-");
    expect(out).toBe("<stdin>: 8 models (1 retired), 4 families: no problem\n");
  });

  test("problems are its result: all of them, with place and caret", async () => {
    await inFolder(async (folder) => {
      const file = join(folder, "bad.yaml");
      await writeFile(
        file,
        "version: 1\nmodels:\n  - { id: a/b, tol_call: true }\n  - { id: a/c, cost: { input: dear } }\n",
      );
      const { out, err, exitCode } = await runWith({}, "check", TEAM_FILE, file);
      expect([err, exitCode]).toEqual(["", 1]);
      expect(out).toContain(`${file}:3:16 models[0].tol_call: `);
      expect(out).toContain(`${file}:4:31 models[1].cost.input: `);
      expect(out).toMatch(/^ {2}.*id: a\/b.*\n +\^+$/m);
      expect(out).toContain(`${file}: 2 problems\n`);
      expect(out).toContain(`${TEAM_FILE}: 8 models`);
    });
  });

  test("very many problems are counted", async () => {
    await inFolder(async (folder) => {
      const file = join(folder, "bad.yaml");
      await writeFile(file, `version: 1\nmodels:\n${"  - { id: 7 }\n".repeat(70)}`);
      const { out } = await runWith({}, "check", file);
      expect(out.match(/:\d+:\d+ models/g)).toHaveLength(50);
      expect(out).toMatch(/\.\.\. and \d+ more problems\n/);
    });
  });

  test("2: a file that cannot be read; the others are checked all the same", async () => {
    const { out, err, exitCode } = await runWith({}, "check", "none.yaml", TEAM_FILE);
    expect(exitCode).toBe(2);
    expect(err).toContain("none.yaml");
    expect(out).toContain("no problem");
  });
});

describe("models", () => {
  const models = (...argv: string[]) => runWith({}, "models", ...argv, "--catalog", TEAM_FILE);

  test("retired and disabled ones are counted unless asked for", async () => {
    const { out } = await models();
    expect(out).not.toContain("claude-3-sonnet");
    expect(out).toContain("6 models of the catalog team; 2 retired or disabled (--all shows them)");
    expect((await models("--all")).out).toContain("retired");
  });

  test("a part of an id or a glob shows all that fit, one model is shown in full", async () => {
    expect((await models("anthropic/*")).out).toContain("4 models of the catalog team");
    expect((await models("haiku")).out).toContain("limit.context");
    expect((await models("nothing")).exitCode).toBe(2);
  });

  test("JSON: effective entries, retired and disabled ones too, and the families", async () => {
    const { out } = await models("--format", "json");
    const { schema, models: all, families } = JSON.parse(out);
    expect(schema).toBe("modelpref-models/1");
    expect(all).toHaveLength(8);
    expect(all[6]).toEqual({
      id: "anthropic/claude-3-sonnet",
      provider: "anthropic",
      model: "claude-3-sonnet",
      family: "claude-sonnet",
      tier: "mid",
      status: "retired",
      replaced_by: "anthropic/claude-sonnet-5",
      enabled: true,
      billing: "metered",
    });
    expect(families).toHaveLength(4);
  });

  test("flags before the command count too", async () => {
    const { out } = await runWith({}, "--catalog", TEAM_FILE, "--format", "json", "models", "haiku");
    expect(JSON.parse(out).models).toHaveLength(1);
  });

  test("every kind of price", async () => {
    await inFolder(async (folder) => {
      const file = join(folder, "prices.yaml");
      const entries = [
        "{ id: a/metered-at-nothing, cost: { input: 0, output: 0 } }",
        "{ id: a/free, billing: free }",
        "{ id: a/flat, billing: subscription, cost: { input: 1, output: 2 } }",
        "{ id: a/half, cost: { input: 1 } }",
        "{ id: a/tiers, cost: { input: 1, output: 2, tiers: [{ above: 200000, input: 2, output: 4 }] } }",
      ];
      await writeFile(file, `version: 1\nmodels:\n${entries.map((entry) => `  - ${entry}\n`).join("")}`);
      const { out } = await runWith({}, "models", "--catalog", file);
      expect(
        out
          .split("\n")
          .slice(1, 6)
          .map((line) => line.split(/ +/).slice(0, 3)),
      ).toEqual([
        ["a/metered-at-nothing", "?", "?"],
        ["a/free", "0", "0"],
        ["a/flat", "flat", "flat"],
        ["a/half", "1", "?"],
        ["a/tiers", "1", "2"],
      ]);
      const detail = await runWith({}, "models", "tiers", "--catalog", file);
      expect(detail.out).toContain("[above 200000, input 2, output 4]");
    });
  });
});

describe("help and version", () => {
  test.each([["--help"], ["check --help"], ["models --help"], ["help models"], ["--version"]])("%s", async (argv) => {
    const { out, err, exitCode } = await runWith({}, ...argv.split(" "));
    expect([err, exitCode]).toEqual(["", 0]);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(out).not.toBe("");
  });

  test("the examples of the help run as they stand", async () => {
    const { out } = await runWith({}, "--help");
    const [first = "", second = ""] = out.split("Examples:\n")[1]?.trim().split(/\n\s*/) ?? [];
    expect((await runWith({}, ...first.split(" ").slice(1))).exitCode).toBe(0);
    const [input = "", command = ""] = second.split(" | ");
    const piped = await runWith({ input: input.slice("echo '".length, -1) }, ...command.split(" ").slice(1));
    expect(piped).toMatchObject({ exitCode: 0, err: "" });
  });
});
