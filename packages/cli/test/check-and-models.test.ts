import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inFolder } from "./folder.ts";
import { TEAM_FILE } from "./team.ts";
import { type Place, runWith } from "./test-io.ts";

describe("check", () => {
  test("a sound catalog", async () => {
    const { out, err, exitCode } = await runWith({}, "check", TEAM_FILE, "--today", "2026-11-22");
    expect([err, exitCode]).toEqual(["", 0]);
    expect(out).toMatch(/^\S+:48:9 models\[5\]\.id: warning: example\/unpriced-model has no known price/);
    expect(out).toMatch(/^\S+:48:9 models\[5\]\.id: warning: example\/unpriced-model has no known speed/m);
    expect(out.endsWith(`${TEAM_FILE}: 8 models (1 retired), 4 families: no problem, 2 warnings\n`)).toBe(true);
  });

  test("the bundled catalog, unless told", async () => {
    const { out, exitCode } = await runWith({}, "check");
    expect(out).toMatch(/^the bundled catalog: \d+ models \(\d+ retired\), \d+ families: no problem, /m);
    expect(exitCode).toBe(0);
  });

  test("standard input", async () => {
    const input = await readFile(TEAM_FILE, "utf8");
    const { out } = await runWith({ input }, "check", "-", "--today", "2026-11-22");
    expect(out).toContain("<stdin>: 8 models (1 retired), 4 families: no problem, 2 warnings\n");
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

  test("JSON of a model that was asked for tells where each field comes from", async () => {
    const { out } = await models("claude-sonnet-5", "--format", "json");
    const [{ id, fields }] = JSON.parse(out).origins;
    expect(id).toBe("anthropic/claude-sonnet-5");
    expect(fields[0]).toEqual({ from: "id", path: ["provider"], value: "anthropic" });
    expect(fields.find(({ path }: { path: string[] }) => path.join(".") === "cost.input")).toEqual({
      from: "file",
      path: ["cost", "input"],
      value: 2,
      file: TEAM_FILE,
      line: 12,
      overrode: [],
      source: { key: "price-list", title: "The vendor's price list", retrieved: "2026-11-01" },
    });
  });

  test("what was deleted, set anew, inherited and left out", async () => {
    await inFolder(async (folder) => {
      const low = join(folder, "low.yaml");
      const high = join(folder, "high.yaml");
      await writeFile(low, "version: 1\nmodels: [{ id: a/b, status: alpha, reasoning: true, cost: { input: 1 } }]\n");
      const entries = "[{ id: a/b, status: null, cost: { input: 2 } }, { id: c/d, base_model: a/b }]";
      await writeFile(high, `version: 1\nextends: [low.yaml]\nmodels: ${entries}\n`);
      const { out } = await runWith({}, "models", "a/b", "--catalog", high);
      expect(out.replaceAll(/ +/g, " ").split("\n")).toEqual([
        "a/b",
        " field value set in",
        " provider a from the id",
        " model b from the id",
        " status deleted high.yaml:3",
        " was alpha low.yaml:2",
        " status active by default",
        " enabled true by default",
        " reasoning true low.yaml:2",
        " billing metered by default",
        " cost.input 2 USD per M tokens high.yaml:3",
        " was 1 low.yaml:2",
        "",
        "Files",
        expect.stringMatching(/^ high\.yaml /),
        expect.stringMatching(/^ low\.yaml /),
        "",
      ]);
      const derived = await runWith({}, "models", "c/d", "--catalog", high);
      expect(derived.out).toMatch(/base_model +a\/b +high\.yaml:3\n/);
      expect(derived.out).toMatch(/reasoning +true, inherited +low\.yaml:2\n/);
    });
  });

  test("no line of one model is wider than the terminal", async () => {
    for (const columns of [40, 80, 120]) {
      const { out } = await runWith({ columns }, "models", "anthropic/claude-sonnet-5");
      expect(out.split("\n").filter((line) => line.length > columns)).toEqual([]);
      expect(out).toContain("bundled:");
    }
  });

  test("what an override set names its glob, that of the value it took the place of too", async () => {
    await inFolder(async (folder) => {
      const file = join(folder, "team.yaml");
      const overrides =
        "overrides:\n  - { match: 'a/*', set: { reasoning: true } }\n  - { match: a/b, set: { reasoning: false } }";
      await writeFile(file, `version: 1\nmodels: [{ id: a/b }]\n${overrides}\n`);
      const { out } = await runWith({}, "models", "a/b", "--catalog", file);
      expect(out).toMatch(/reasoning +false +team\.yaml:5 override a\/b\n +was true +team\.yaml:4 override a\/\*\n/);
    });
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

describe("which catalog is used", () => {
  test("a file of the environment that is not there is told with the variable, one of a flag without", async () => {
    const place = { catalogFile: "nope.yaml" };
    const told = "nope.yaml: no such file (MODELPREF_CATALOG names this file)\n";
    for (const argv of [["--cost", "1"], ["check"], ["models"]]) {
      expect(await runWith(place, ...argv)).toEqual({ out: "", err: told, exitCode: 2 });
    }
    expect((await runWith(place, "--cost", "1", "--catalog", "nope.yaml")).err).toBe("nope.yaml: no such file\n");
  });

  test("problems of the user's own file are counted as such", async () => {
    await inFolder(async (folder) => {
      const [userCatalogFile, team] = [join(folder, "own.yaml"), join(folder, "team.yaml")];
      await writeFile(userCatalogFile, "version: 1\nmodels: [{ id: 7 }]\n");
      await writeFile(team, "version: 1\nextends: [bundled]\n");
      const last = async (...argv: string[]) =>
        (await runWith({ userCatalogFile }, "check", ...argv)).out
          .replaceAll(`${folder}/`, "")
          .trimEnd()
          .split("\n")
          .at(-1);
      expect(await last(team)).toBe("team.yaml: 1 problem in own.yaml");
      expect(await last()).toBe("bundled: 1 problem in own.yaml");
      expect(await last(userCatalogFile)).toBe("own.yaml: 1 problem");
    });
  });

  const named = (name: string): string => `version: 1\nname: ${name}\nmodels: [{ id: x/${name} }]\n`;

  test("--catalog before the environment before the bundled one with the user's file on it", async () => {
    await inFolder(async (folder) => {
      const place = { catalogFile: join(folder, "environment.yaml"), userCatalogFile: join(folder, "user.yaml") };
      const { userCatalogFile } = place;
      await writeFile(place.catalogFile, named("environment"));
      await writeFile(userCatalogFile, named("user"));
      await writeFile(join(folder, "project.yaml"), `${named("project")}extends: [bundled]\n`);
      const project = ["--catalog", join(folder, "project.yaml")];
      const ids = async (at: Place, ...argv: string[]): Promise<string[]> =>
        JSON.parse((await runWith(at, "models", "--format", "json", ...argv)).out)
          .models.map(({ id }: { id: string }) => id)
          .filter((id: string) => id.startsWith("x/") || id === "openai/gpt-5.5");
      expect(await ids(place)).toEqual(["x/environment"]);
      expect(await ids(place, "--catalog", "bundled")).toEqual(["openai/gpt-5.5", "x/user"]);
      expect(await ids({ userCatalogFile })).toEqual(["openai/gpt-5.5", "x/user"]);
      expect(await ids({ userCatalogFile }, "--no-user-catalog")).toEqual(["openai/gpt-5.5"]);
      expect(await ids({ userCatalogFile: join(folder, "none.yaml") })).toEqual(["openai/gpt-5.5"]);
      expect(await ids(place, ...project)).toEqual(["openai/gpt-5.5", "x/user", "x/project"]);
      expect(await ids(place, ...project, "--no-user-catalog")).toEqual(["openai/gpt-5.5", "x/project"]);
      expect((await runWith(place, "check")).out).toContain("environment.yaml: 1 model,");
      expect((await runWith({ userCatalogFile }, "check")).out).toMatch(/^bundled: \d+ models/m);
    });
  });

  test("what is wrong with the user's file is told as any problem", async () => {
    await inFolder(async (folder) => {
      const userCatalogFile = join(folder, "user.yaml");
      await writeFile(userCatalogFile, "version: 1\nextends: [https://a.example/b.yaml]\n");
      const { err, exitCode } = await runWith({ userCatalogFile }, "--cost", "1");
      expect(exitCode).toBe(2);
      expect(err).toContain(`${userCatalogFile}:2:11 extends[0]: `);
    });
  });
});

describe("help and version", () => {
  test.each([
    ["--help"],
    ["check --help"],
    ["models --help"],
    ["init --help"],
    ["schema --help"],
    ["help models"],
    ["--version"],
  ])("%s", async (argv) => {
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
