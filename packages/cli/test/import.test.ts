import { mkdir, readdir, readFile, readlink, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { IMPORT_SOURCES } from "@modelpref/catalog/import";
import { describe, expect, test } from "vitest";
import { SOURCES } from "../src/commands/import-options.ts";
import { inFolder } from "./folder.ts";
import { runWith } from "./test-io.ts";

const row = (input: number) => ({
  litellm_provider: "acme",
  mode: "chat",
  input_cost_per_token: input / 1e6,
  output_cost_per_token: 1e-5,
});
const LIST = JSON.stringify({
  sonata: row(2),
  nocturne: row(1),
  embed: { litellm_provider: "acme", mode: "embedding" },
});
const TEAM = `version: 1
models:
  - id: acme/sonata # ours
    cost: { input: 1.5, output: 8 }
`;

/** Runs the command in a folder that holds a list and a team's file; `{}` stands for the folder. */
async function inTeam(work: (run: (...argv: string[]) => ReturnType<typeof runWith>, folder: string) => Promise<void>) {
  await inFolder(async (folder) => {
    await writeFile(join(folder, "list.json"), LIST);
    await writeFile(join(folder, "team.yaml"), TEAM);
    await work((...argv) => runWith({}, "import", ...argv.map((arg) => arg.replace("{}", folder))), folder);
  });
}

test("the command knows all lists", () => {
  expect(SOURCES).toEqual(IMPORT_SOURCES);
});

describe("without --merge", () => {
  test("YAML on standard output that is a sound catalog, the report on standard error", async () => {
    await inTeam(async (run, folder) => {
      const { out, err, exitCode } = await run("litellm", "{}/list.json");
      expect([exitCode, err]).toEqual([
        0,
        "litellm: 3 rows read, 2 models taken\n  dropped  1 row: no chat model (embedding 1)\n",
      ]);
      await writeFile(join(folder, "out.yaml"), out);
      expect((await runWith({}, "check", join(folder, "out.yaml"))).out).toContain("2 models, 0 families: no problem");
      expect(out).toContain(
        "  - id: acme/sonata\n    cost: { input: 2, output: 10 }\n    sources: { cost: litellm }\n",
      );
    });
  });

  test("--dry-run prints no YAML; what is asked for narrows the list; nothing left is status 1", async () => {
    await inTeam(async (run) => {
      expect((await run("litellm", "{}/list.json", "--dry-run")).out).toBe("");
      expect((await run("litellm", "{}/list.json", "--match", "*/noct*")).out.match(/- id: .*/g)).toEqual([
        "- id: acme/nocturne",
      ]);
      const none = await run("litellm", "{}/list.json", "--provider", "other", "--provider", "another");
      expect([none.exitCode, none.out]).toEqual([1, ""]);
      expect(none.err).toContain("2 rows: not asked for");
    });
  });

  test("a provider that the list has not is told with the name that it has, and values of others are not counted", async () => {
    await inTeam(async (run, folder) => {
      const rows = {
        "amazon.nova": { ...row(1), litellm_provider: "bedrock_converse" },
        gpt: { ...row(1), litellm_provider: "openai", max_input_tokens: -1 },
        claude: { ...row(1), litellm_provider: "anthropic", max_input_tokens: -1 },
      };
      await writeFile(join(folder, "list.json"), JSON.stringify(rows));
      const said = async (...argv: string[]) => (await run("litellm", "{}/list.json", "--dry-run", ...argv)).err;
      expect(await said("--provider", "bedrock")).toContain(
        "--provider bedrock: the list has no model of it; did you mean amazon-bedrock?\n",
      );
      expect(await said("--provider", "opnai")).toContain("did you mean openai?\n");
      expect(await said("--provider", "zzz")).toContain("; it has amazon-bedrock, anthropic, openai\n");
      expect(await said("--provider", "openai")).toContain("left out  1 value: below zero (the first at gpt >");
      expect(await said("--provider", "amazon-bedrock")).not.toContain("left out");
      expect(await said()).toContain("2 values: below zero");
    });
  });

  test("a list on standard input, and one of many files in a folder", async () => {
    const piped = await runWith({ input: LIST }, "import", "litellm", "-");
    expect(piped.out).toContain("acme/nocturne");
    await inFolder(async (folder) => {
      const file = (id: string) =>
        JSON.stringify({ format: { x: { id, provider: "p", cost: { input: 1, output: 2 } } } });
      await Promise.all(["b.json", "a.json"].map((name) => writeFile(join(folder, name), file(name[0] ?? ""))));
      await writeFile(join(folder, ".manifest.json"), "{}");
      const { out } = await runWith({}, "import", "pi-ai", folder);
      expect(out.match(/- id: .*/g)).toEqual(["- id: p/a", "- id: p/b"]);
    });
  });
});

describe("--merge", () => {
  test("updates the file in place and says what is new and in conflict", async () => {
    await inTeam(async (run, folder) => {
      const { out, err, exitCode } = await run("litellm", "{}/list.json", "--merge", "{}/team.yaml");
      expect([exitCode, out]).toEqual([0, ""]);
      const said = err.replaceAll(folder, "").replace(/\s+/g, " ");
      expect(said).toContain("/team.yaml: 1 new, 0 values changed, 0 gone, 2 in conflict");
      expect(said).toContain("acme/sonata cost.input: 1.5 stays (set by hand), litellm says 2");
      expect(said).toContain("prices 0 of 1 agreed within 1 %");
      expect(said).toContain("/team.yaml is written");
      const text = await readFile(join(folder, "team.yaml"), "utf8");
      expect(text.startsWith(TEAM)).toBe(true);
      expect(text).toContain("  - id: acme/nocturne\n    cost: { input: 1, output: 10 }\n");
      expect(await readdir(folder)).toEqual(["list.json", "team.yaml"]);
      expect((await run("litellm", "{}/list.json", "--merge", "{}/team.yaml")).err).toContain(
        "team.yaml is up to date\n",
      );
    });
  });

  test("what is not added, and a date that stays, have lines of their own", async () => {
    await inTeam(async (run, folder) => {
      const team = [
        "version: 1",
        "models:",
        "  - { id: acme/sonata, cost: { input: 2 } }",
        "  - { id: acme/old, tool_call: true, sources: { tool_call: litellm } }",
        "  - { id: acme/older, tool_call: true, sources: { tool_call: litellm } }",
        "sources: { litellm: { title: L, retrieved: 2026-01-01 } }",
      ];
      await writeFile(join(folder, "team.yaml"), team.join("\n"));
      const { err } = await run("litellm", "{}/list.json", "--merge", "{}/team.yaml", "--match", "*/sonata");
      const said = err.replace(/\s+/g, " ");
      expect(said).toContain(
        "not added acme/sonata cost.output: litellm says 10; cost is stated without it, and stays",
      );
      expect(said).toContain("dates litellm stays 2026-01-01: acme/old and 1 more cite it, and were not asked for");
      expect(said).toContain("team.yaml is up to date");
    });
  });

  test("--dry-run says the same and writes nothing", async () => {
    await inTeam(async (run, folder) => {
      const { out, err } = await run("litellm", "{}/list.json", "--merge", "{}/team.yaml", "--dry-run");
      expect(out).toBe("");
      expect(err).toContain("1 new");
      expect(err).toContain("is not written (--dry-run)");
      expect(await readFile(join(folder, "team.yaml"), "utf8")).toBe(TEAM);
    });
  });

  test("through a link the target changes, and the link stays one", async () => {
    await inTeam(async (run, folder) => {
      await mkdir(join(folder, "links"));
      await symlink("../team.yaml", join(folder, "links", "team.yaml"));
      expect((await run("litellm", "{}/list.json", "--merge", "{}/links/team.yaml")).exitCode).toBe(0);
      expect(await readlink(join(folder, "links", "team.yaml"))).toBe("../team.yaml");
      expect(await readFile(join(folder, "team.yaml"), "utf8")).toContain("acme/nocturne");
      expect(await readdir(join(folder, "links"))).toEqual(["team.yaml"]);
    });
  });

  test("what a layer below states stays, and is told with its place", async () => {
    await inTeam(async (run, folder) => {
      const top = "version: 1\nextends: [team.yaml]\n";
      await writeFile(join(folder, "top.yaml"), top);
      const { err } = await run("litellm", "{}/list.json", "--merge", "{}/top.yaml", "--match", "*/sonata");
      const said = err.replaceAll(`${folder}/`, "").replace(/\s+/g, " ");
      expect(said).toContain("top.yaml: 0 new, 0 values changed, 0 gone, 2 in conflict");
      expect(said).toContain("acme/sonata cost.input: 1.5 stays (team.yaml:4), litellm says 2");
      expect(said).toContain("top.yaml is up to date");
      expect(await readFile(join(folder, "top.yaml"), "utf8")).toBe(top);
    });
  });

  test("the user's own file lies on the bundled catalog, and on nothing of others", async () => {
    await inTeam(async (_, folder) => {
      const own = join(folder, "own.yaml");
      await writeFile(own, "version: 1\noverrides: [{ match: '*', set: { cost: { input: 3 } } }]\n");
      await writeFile(
        join(folder, "list.json"),
        JSON.stringify({ "claude-sonnet-5": { ...row(9), litellm_provider: "anthropic" } }),
      );
      await writeFile(join(folder, "top.yaml"), "version: 1\nextends: [bundled]\n");
      const into = (file: string) =>
        runWith(
          { userCatalogFile: own },
          "import",
          "litellm",
          join(folder, "list.json"),
          "--merge",
          join(folder, file),
          "--dry-run",
        );
      expect((await into("own.yaml")).err.replace(/\s+/g, " ")).toContain("cost.input: 3 stays");
      expect((await into("top.yaml")).err.replace(/\s+/g, " ")).toMatch(
        /cost\.input: 2 stays \(bundled: anthropic\.yaml:\d+\)/,
      );
    });
  });

  test("a file with problems is told with their places, and stays", async () => {
    await inTeam(async (run, folder) => {
      await writeFile(join(folder, "bad.yaml"), "version: 1\nmodels:\n  - id: a/b\n    cots: 1\n");
      const { err, exitCode } = await run("litellm", "{}/list.json", "--merge", "{}/bad.yaml");
      expect(exitCode).toBe(2);
      expect(err).toContain("bad.yaml:4:5 models[0].cots: unknown key");
    });
  });
});

test.each([
  [["litelm", "{}/list.json"], /Allowed choices are models-dev, litellm.*\(Did you mean litellm\?\)/],
  [["{}/list.json", "litellm"], /\(Did you mean litellm .*list\.json\?\)/],
  [["{}/list.json"], /missing required argument 'FILE' \(SOURCE is one of models-dev, litellm/],
  [["openruter"], /\(Did you mean openrouter\?\)/],
  [["litellm"], /missing required argument 'FILE' \(FILE is a file, a folder/],
  [[], /missing required argument 'SOURCE' \(SOURCE is one of/],
  [["litellm", "{}/list.json", "--mrege", "x"], /unknown option '--mrege' \(Did you mean --merge\?\)/],
  [["litellm", "{}/list.json", "--provider"], /option '--provider <id>' argument missing/],
])("bad usage %j is told with what was probably meant, and where the help is", async (argv, message) => {
  await inTeam(async (run) => {
    const { out, err, exitCode } = await run(...argv);
    expect([out, exitCode]).toEqual(["", 2]);
    expect(err.replace(/\s+/g, " ")).toMatch(message);
    expect(err).toMatch(/\(see route-explain import --help\)\n$/);
  });
});

describe("what cannot be read is one clear line and status 2", () => {
  test.each([
    ["no such list", ["lite", "{}/list.json"], /SOURCE.*Allowed choices are models-dev, litellm/],
    ["no such file", ["litellm", "{}/none.json"], /none\.json: no such file/],
    [
      "another list",
      ["models-dev", "{}/list.json"],
      /list\.json: expected the list of models\.dev, received what looks like the list of LiteLLM; .*import litellm/,
    ],
    ["a list of none", ["models-dev", "{}/none-of-them.json"], /not a list of models-dev: expected a map of providers/],
    ["no JSON", ["litellm", "{}/no.json"], /no\.json:1:1: not JSON: expected a JSON value, received "#"/],
    [
      "a catalog as the list",
      ["litellm", "{}/team.yaml"],
      /team\.yaml: expected the list of LiteLLM, received what looks like a catalog; a list is merged into it with route-explain import litellm LIST --merge .*team\.yaml/,
    ],
    [
      "a list as the catalog",
      ["litellm", "{}/list.json", "--merge", "{}/list.json"],
      /list\.json: expected a catalog, received what looks like the list of LiteLLM/,
    ],
    ["a folder without lists", ["litellm", "{}/empty"], /is a folder without JSON files/],
    ["no file to merge into", ["litellm", "{}/list.json", "--merge", "{}/none.yaml"], /none\.yaml: no such file/],
    ["a folder to merge into", ["litellm", "{}/list.json", "--merge", "{}/empty"], /empty: is a folder/],
    ["binary", ["litellm", "{}/binary.json"], /binary\.json: is binary/],
    ["another protocol", ["litellm", "ftp://a.example/list.json"], /no such file/],
  ])("%s", async (_, argv, message) => {
    await inTeam(async (run, folder) => {
      await mkdir(join(folder, "empty"));
      await writeFile(join(folder, "binary.json"), "\0\0");
      await writeFile(join(folder, "no.json"), "# no JSON\n");
      await writeFile(join(folder, "none-of-them.json"), "{}");
      const { out, err, exitCode } = await run(...argv);
      expect([out, exitCode]).toEqual(["", 2]);
      expect(err.replace(/\s+/g, " ")).toMatch(message);
    });
  });
});
