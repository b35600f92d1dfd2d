import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inFolder } from "./folder.ts";
import { runWith } from "./test-io.ts";

describe("schema", () => {
  test("prints the schema of catalogs", async () => {
    const { out, err, exitCode } = await runWith({}, "schema");
    expect([err, exitCode]).toEqual(["", 0]);
    expect(JSON.parse(out)).toMatchObject({ $schema: "http://json-schema.org/draft-07/schema#", type: "object" });
    expect((await runWith({}, "schema", "catalog")).out).toBe(out);
  });

  test("of nothing else", async () => {
    const { out, err, exitCode } = await runWith({}, "schema", "catalogue");
    expect([out, err, exitCode]).toEqual(["", 'schema: expected catalog, received "catalogue"\n', 2]);
  });
});

describe("init", () => {
  test("writes a catalog that check finds sound, and the schema it names", async () => {
    await inFolder(async (folder) => {
      const file = join(folder, "team.yaml");
      const flags = ["--provider", "anthropic", "--local", "ollama/gpt-oss:20b"];
      const { out, err, exitCode } = await runWith({}, "init", file, ...flags);
      expect([err, exitCode]).toEqual(["", 0]);
      expect(out).toContain(`wrote ${file}\n`);
      expect(out).toContain(`  route-explain check ${file}\n`);
      expect((await readdir(folder)).sort()).toEqual(["catalog.schema.json", "team.yaml"]);
      expect(await readFile(join(folder, "catalog.schema.json"), "utf8")).toBe((await runWith({}, "schema")).out);
      expect(await readFile(file, "utf8")).toMatch(/^# yaml-language-server: \$schema=\.\/catalog\.schema\.json\n/);
      expect((await runWith({}, "check", file)).out).toMatch(/: no problem, 1 warning\n$/);
      const routed = await runWith({}, "--catalog", file, "--hint", "gpt-oss");
      expect(routed.out).toMatch(/^ollama\/gpt-oss:20b\n/);
    });
  });

  test("never writes over a file unless told", async () => {
    await inFolder(async (folder) => {
      const file = join(folder, "team.yaml");
      await writeFile(file, "mine");
      const refused = await runWith({}, "init", file, "--yes");
      expect(refused).toEqual({ out: "", err: `${file}: is there already; --force replaces it\n`, exitCode: 2 });
      expect(await readdir(folder)).toEqual(["team.yaml"]);
      expect((await runWith({}, "init", file, "--yes", "--force", "--no-schema")).exitCode).toBe(0);
      expect(await readFile(file, "utf8")).toMatch(/^version: 1\n/);
      expect(await readdir(folder)).toEqual(["team.yaml"]);
    });
  });

  test("a second catalog shares the schema of the first, unless that is another one", async () => {
    await inFolder(async (folder) => {
      const schema = join(folder, "catalog.schema.json");
      await runWith({}, "init", join(folder, "a.yaml"), "--yes");
      const second = await runWith({}, "init", join(folder, "b.yaml"), "--yes");
      expect([second.exitCode, second.out.includes("schema")]).toEqual([0, false]);
      await writeFile(schema, "{}");
      const third = await runWith({}, "init", join(folder, "c.yaml"), "--yes");
      expect([third.exitCode, third.err]).toEqual([2, `${schema}: is there already; --force replaces it\n`]);
      expect((await readdir(folder)).sort()).toEqual(["a.yaml", "b.yaml", "catalog.schema.json"]);
      expect((await runWith({}, "init", schema, "--yes", "--force")).err).toContain("is the name of the schema");
    });
  });

  test("- is standard output, with nothing beside it", async () => {
    const { out, err, exitCode } = await runWith({}, "init", "-", "--provider", "openai");
    expect([err, exitCode]).toEqual(["", 0]);
    expect(out).toMatch(/^version: 1\n/);
    const checked = await runWith({ input: out }, "check", "-");
    expect(checked.exitCode).toBe(0);
  });

  test("all that is wrong with the flags is told at once", async () => {
    const flags = [
      "--provider",
      "antropic",
      "--provider",
      "ollama",
      "--provider",
      "zzz",
      "--local",
      "llama",
      "--local",
      "/x",
    ];
    const { out, err, exitCode } = await runWith({}, "init", "-", ...flags, "--local", "ollama/\u001b[31m");
    expect([out, exitCode]).toEqual(["", 2]);
    expect(err.split("\n").map((line) => line.replace(/amazon-bedrock.*zai/, "…"))).toEqual([
      '--provider: expected a provider of the bundled catalog, received "antropic"; did you mean anthropic?',
      '--provider: expected another name, received "ollama"; write --local ollama',
      '--provider: expected one of …, received "zzz"',
      '--local: expected ollama, lmstudio, llamacpp, vllm, or a model such as ollama/llama, received "llama"',
      '--local: expected provider/model, such as ollama/llama3.3, received "/x"',
      '--local: expected provider/model, such as ollama/llama3.3, received "ollama/\\u001b[31m"',
      "",
    ]);
  });

  test("where nobody can be asked, it says which flags to use", async () => {
    const { err, exitCode } = await runWith({}, "init", "-");
    expect(exitCode).toBe(2);
    expect(err).toContain("no terminal to ask on: say what you have with --provider NAME and --local NAME, or --yes");
  });
});
