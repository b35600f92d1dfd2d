import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inFolder } from "./folder.ts";
import { runWith } from "./test-io.ts";

const ODD =
  "version: 1\nupdated: 2026-08-23\nmodels:\n  - { id: a/b, billing: local, intelligence: { score: 1 }, speed: { output_tps: 9 } }\n";
const TODAY = ["--today", "2026-11-22"];

/** Runs check over files in a folder; the folder's name is left out of what it says. */
async function check(files: Record<string, string>, ...argv: string[]): Promise<[exitCode: number, out: string]> {
  let ran: [number, string] = [-1, ""];
  await inFolder(async (folder) => {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const names = Object.keys(files).filter((name) => !name.startsWith("base"));
    const { out, err, exitCode } = await runWith({}, "check", ...names.map((name) => join(folder, name)), ...argv);
    expect(err).toBe("");
    ran = [exitCode, out.replaceAll(`${folder}/`, "")];
  });
  return ran;
}

describe("warnings", () => {
  test("are told with place and caret, and change no exit status", async () => {
    expect(await check({ "odd.yaml": ODD }, ...TODAY)).toEqual([
      0,
      [
        "odd.yaml:2:10 updated: warning: this file is as of 2026-08-23, more than 90 days ago; look again, and set the date",
        "  updated: 2026-08-23",
        "           ^^^^^^^^^^",
        "odd.yaml: 1 model, 0 families: no problem, 1 warning",
        "",
      ].join("\n"),
    ]);
  });

  test("fail with --strict, which else changes nothing", async () => {
    const [status, out] = await check({ "odd.yaml": ODD }, ...TODAY, "--strict");
    expect([status, out]).toEqual([1, (await check({ "odd.yaml": ODD }, ...TODAY))[1]]);
    expect(await check({ "odd.yaml": ODD }, "--strict", "--today", "2026-11-21")).toEqual([
      0,
      "odd.yaml: 1 model, 0 families: no problem\n",
    ]);
  });

  test("without --today are those of today", async () => {
    const [, out] = await check({ "odd.yaml": ODD.replace("2026-08-23", "1999") });
    expect(out).toContain("as of 1999");
    expect((await check({ "odd.yaml": ODD.replace("2026-08-23", "9999") }))[1]).toContain("9999, which is to come");
    const [, undated] = await check({ "odd.yaml": ODD.replace("updated: 2026-08-23\n", "") });
    expect(undated).toContain("no problem\n");
  });

  test("many equal ones are one line", async () => {
    const models = Array.from(
      { length: 23 },
      (_, at) => `  - { id: a/m${at}, billing: free, intelligence: { score: 1 } }\n`,
    );
    const [, out] = await check({
      "odd.yaml": `version: 1\nmodels:\n${models.join("")}policy: { limits: { allow: ["a/m*"] } }\n`,
    });
    expect(out).toContain(
      "odd.yaml:3:11: warning: 23 models have no known speed, which counts as the worst: a/m0, a/m1, a/m2 and 20 more\n",
    );
    expect(out).toContain("(--format json tells every warning)\n");
  });

  test("of the bundled catalog fit a screen", async () => {
    const { out, exitCode } = await runWith({}, "check", ...TODAY);
    expect(out.split("\n").length).toBeLessThan(24);
    expect(out).toMatch(/^the bundled catalog: \d+ models .*: no problem, \d+ warnings$/m);
    expect([exitCode, (await runWith({}, "check", "--strict", ...TODAY)).exitCode]).toEqual([0, 1]);
  });

  test.for(["2026-13-01", "2026-02-30", "soon", "2026"])("a day that is none: %s", async (day) => {
    expect(await runWith({}, "check", "--today", day)).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining("Expected a day such as 2026-11-22."),
    });
  });
});

describe("several catalogs", () => {
  const files = {
    "base.yaml": "version: 1\nmodels: [{ id: a/b, tol_call: true, cost: { input: 200 } }]\n",
    "one.yaml": "version: 1\nextends: [base.yaml]\n",
    "two.yaml": "version: 1\nextends: [./base.yaml]\nmodels: [{ id: 7 }]\n",
  };

  test("what is wrong with a file that they share is told once", async () => {
    const [status, out] = await check(files, ...TODAY);
    expect(status).toBe(1);
    expect(out.match(/tol_call: unknown key/g)).toHaveLength(1);
    expect(out.match(/200 is more/g)).toHaveLength(1);
    expect(out).toMatch(/^one\.yaml: 1 problem in \S*base\.yaml, 1 warning$/m);
    expect(out).toMatch(/^two\.yaml: 2 problems, 1 warning$/m);
  });
});

describe("--format json", () => {
  test("everything, one by one, and the same exit status", async () => {
    const text = `${ODD.replace("output_tps: 9", "output_tps: x")}`;
    const [status, out] = await check({ "odd.yaml": text }, ...TODAY, "--format", "json");
    const { schema, catalogs, findings } = JSON.parse(out);
    expect([status, schema]).toEqual([1, "modelpref-check/1"]);
    expect(catalogs).toEqual([{ name: "odd.yaml", problems: 1, warnings: 1 }]);
    expect(findings).toMatchObject([
      { severity: "error", code: "wrong-type", file: "odd.yaml", line: 4, path: "models[0].speed.output_tps" },
      { severity: "warning", code: "old-fact", subject: "updated", file: "odd.yaml", line: 2, column: 10 },
    ]);
    const sound = JSON.parse((await check({ "odd.yaml": ODD }, "--format", "json"))[1]);
    expect(sound.catalogs[0].size).toEqual({ models: 1, retired: 0, families: 0 });
  });

  test("is not cut, and a file that cannot be read is in it", async () => {
    const [, out] = await check(
      { "bad.yaml": `version: 1\nmodels:\n${"  - { id: 7 }\n".repeat(70)}` },
      "--format",
      "json",
    );
    expect(JSON.parse(out).findings).toHaveLength(70);
    const { out: none, exitCode } = await runWith({}, "check", "none.yaml", "--format", "json");
    expect(JSON.parse(none).findings).toMatchObject([{ severity: "error", code: "file-missing", file: "none.yaml" }]);
    expect(exitCode).toBe(2);
  });
});

describe("--format github", () => {
  test("one line a finding, with what would end a line or a property escaped", async () => {
    const files = { "100%,a:b.yaml": `${ODD}  - { id: a/c, "10%\\n": 1 }\n` };
    const [status, out] = await check(files, ...TODAY, "--format", "github");
    expect(status).toBe(1);
    const [error = "", warning, ...others] = out.split("\n");
    expect(error).toMatch(
      /^::error file=100%25%2Ca%3Ab\.yaml,line=5,col=\d+,title=unknown-key::models\[1\]\["10%25.*"\]: unknown key/,
    );
    expect(warning).toBe(
      "::warning file=100%25%2Ca%3Ab.yaml,line=2,col=10,title=old-fact::updated: this file is as of 2026-08-23, more than 90 days ago; look again, and set the date",
    );
    expect(others.filter((line) => line !== "").every((line) => line.startsWith("::warning "))).toBe(true);
  });

  test("fifty problems, and how many more; bundled entries lie in no file of the repository", async () => {
    const bad = `version: 1\nmodels:\n${"  - { id: 7 }\n".repeat(70)}`;
    const [, out] = await check({ "bad.yaml": bad }, "--format", "github");
    expect(out.split("\n").slice(49)).toEqual([
      expect.stringMatching(/^::error file/),
      "::error::and 20 more problems",
      "",
    ]);
    const { out: bundled } = await runWith({}, "check", "--format", "github");
    expect(bundled).toMatch(/^::warning title=unknown-speed::bundled: [\w-]+\.yaml:\d+: \d+ models/m);
  });
});
