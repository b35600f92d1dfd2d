import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inFolder } from "./folder.ts";
import { TEAM_FILE } from "./team.ts";
import { runWith } from "./test-io.ts";

/** What `models` prints over a team's file that lies on a company's. */
async function layered(company: string, team: string, ...argv: string[]): Promise<string> {
  let out = "";
  await inFolder(async (folder) => {
    await writeFile(join(folder, "company.yaml"), `version: 1\nname: company\nmodels: [{ id: a/b }]\n${company}\n`);
    await writeFile(join(folder, "team.yaml"), `version: 1\nextends: [company.yaml]\n${team}\n`);
    const ran = await runWith({ columns: 100 }, "models", "--catalog", join(folder, "team.yaml"), ...argv);
    expect([ran.err, ran.exitCode]).toEqual(["", 0]);
    ({ out } = ran);
  });
  return out;
}

describe("models --policy", () => {
  test("every value, where it was set, what it took the place of, and the defaults", async () => {
    const company = 'policy: { matching: strict, limits: { max_cost_usd: 0.5, deny: ["a/*"] } }';
    const team =
      'policy: { limits: { max_cost_usd: null, deny: ["b/*"] }, servers: { "t-*": { limits: { max_seconds: 3 } } } }';
    const out = await layered(company, team, "--policy");
    const [table = ""] = out.split("\n\n");
    expect(table.split("\n").map((line) => line.trim().replaceAll(/ {2,}/g, " | "))).toEqual([
      "policy of the catalog company",
      "field | value | set in",
      "profile | 1 | by default",
      "defaults.cost | 0 | by default",
      "defaults.speed | 0 | by default",
      "defaults.intelligence | 0 | by default",
      "fallback.cost | 1 | by default",
      "fallback.speed | 1 | by default",
      "fallback.intelligence | 1 | by default",
      "client | none | by default",
      "client_share | 0 | by default",
      "matching | strict | company.yaml:4",
      "equivalence | after-names | by default",
      "limits.max_cost_usd | deleted | team.yaml:3",
      "was 0.5 | company.yaml:4",
      "limits.deny | b/* | team.yaml:3",
      "was a/* | company.yaml:4",
      "servers.t-*.limits.max_seconds | 3 seconds at most | team.yaml:3",
    ]);
  });

  test("maps that are deleted whole", async () => {
    const limits = "policy: { limits: { max_cost_usd: 0.5 } }";
    expect(await layered(limits, "policy: { limits: null }", "--policy")).toMatch(
      /limits +deleted +team\.yaml:3\n +was \[max_cost_usd 0\.5\] +company\.yaml:4\n +limits +none +by default\n/,
    );
    expect(await layered(limits, "policy: null", "--policy")).toMatch(/^ +policy +deleted +team\.yaml:3\n +was /m);
    expect(await layered(limits, "policy: { defaults: null }", "--policy")).toMatch(/policy\.defaults +deleted/);
  });

  test("JSON", async () => {
    const out = await layered(
      "policy: { limits: { deny: [a/c] } }",
      "policy: { client_share: 0.5 }",
      "--policy",
      "--format",
      "json",
    );
    const { schema, policy, fields } = JSON.parse(out);
    expect([schema, policy]).toEqual(["modelpref-policy/1", { limits: { deny: ["a/c"] }, client_share: 0.5 }]);
    expect(fields).toContainEqual(
      expect.objectContaining({ from: "file", path: ["limits", "deny"], value: ["a/c"], line: 4, overrode: [] }),
    );
    expect(fields[0]).toEqual({ from: "default", path: ["profile"], value: 1 });
  });

  test("of the bundled catalog: the defaults alone", async () => {
    const { out } = await runWith({}, "models", "--policy");
    expect(out).not.toContain("bundled:");
    expect(out).toMatch(/^ {2}matching +default +by default$/m);
  });

  test("is not of one model", async () => {
    const { err, exitCode } = await runWith({}, "models", "haiku", "--policy");
    expect([exitCode, err]).toEqual([2, expect.stringContaining("leave either MODEL or --policy out")]);
  });
});

describe("the table", () => {
  test("says how many models the policy's lists leave", async () => {
    expect((await runWith({}, "models", "--catalog", TEAM_FILE)).out).not.toContain("allow and deny lists");
    const company = "policy: { limits: { deny: [a/*] } }";
    const out = await layered("families: []", `models: [{ id: b/c }, { id: b/d, enabled: false }]\n${company}`);
    expect(out.replaceAll("\n", " ")).toContain(
      "2 models of the catalog company; 1 of 2 may be picked under the policy's allow and deny lists (--policy shows them); 1 retired or disabled",
    );
  });

  test("says what flat means where it stands", async () => {
    expect(await layered("families: []", "models: [{ id: a/b, billing: subscription }]")).toContain(
      "flat: paid by subscription",
    );
    expect(await layered("families: []", "models: []")).not.toContain("flat");
  });
});
