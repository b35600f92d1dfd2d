import { expect, test } from "vitest";
import { catalog, inFolder } from "../../test/folder.ts";
import { readCatalog } from "../read-catalog.ts";

/** What the second layer loosens of the first: path and message, without the end that all have in common. */
async function loosened(...policies: string[]): Promise<string[]> {
  const files = Object.fromEntries(policies.map((policy, at) => [`${at}.yaml`, catalog("models: []", policy)]));
  return inFolder(files, async ({ path }) => {
    const { warningsAt, problems } = await readCatalog(Object.keys(files).map(path));
    expect(problems).toEqual([]);
    return warningsAt("2026-11-22")
      .filter(({ code }) => code === "limit-loosened")
      .map(({ path: way, subject, file, line, message }) => {
        expect([way.startsWith(subject) || subject.startsWith(way), line]).toEqual([true, 3]);
        const [said = ""] = message.split("; a layer replaces");
        return `${file} ${way}: ${said}`.replaceAll(`${path("")}/`, "");
      });
  });
}

const limits = (text: string): string => `policy: { limits: ${text} }`;

test.for<[below: string, above: string, ...said: string[]]>([
  ["{ max_cost_usd: 0.5 }", "{ max_cost_usd: 0.1 }"],
  ["{ max_cost_usd: 0.5 }", "{ max_cost_usd: 0.5 }"],
  ["{ max_cost_usd: 0.5 }", "{ max_seconds: 9 }"],
  [
    "{ max_cost_usd: 0.5 }",
    "{ max_cost_usd: 2 }",
    "max_cost_usd: raises max_cost_usd to 2 from 0.5, which 0.yaml:3 sets",
  ],
  ["{ max_seconds: 5 }", "{ max_seconds: null }", "max_seconds: deletes max_seconds, which 0.yaml:3 sets"],
  ["{ deny: ['a/*'] }", "{ deny: ['a/*', b/c] }"],
  ["{ deny: ['a/b*'] }", "{ deny: ['a/*'] }"],
  ["{ deny: ['a/*', b/c] }", "{ deny: ['b/*'] }", 'deny: no longer denies "a/*", as 0.yaml:3 does'],
  ["{ deny: ['a/*'] }", "{ deny: null }", "deny: deletes deny, which 0.yaml:3 sets"],
  [
    "{ deny: [1/a, 1/b, 1/c, 1/d, 1/e] }",
    "{ deny: [] }",
    'deny: no longer denies "1/a", "1/b", "1/c", 2 more, as 0.yaml:3 does',
  ],
  ["{ deny: [] }", "{ deny: null }"],
  ["{ allow: ['a/*', 'b/*'] }", "{ allow: ['a/b*'] }"],
  ["{ allow: ['a/*'] }", "{ allow: ['a/*', 'b/*'] }", 'allow: allows "b/*", as 0.yaml:3 does not'],
  ["{ allow: ['a/*'] }", "{ allow: null }", "allow: deletes allow, which 0.yaml:3 sets"],
  ["{ max_seconds: 5 }", "{ allow: [a/b], deny: [a/c] }"],
])("%s under %s", async ([below, above, ...said]) => {
  expect(await loosened(limits(below), limits(above))).toEqual(said.map((text) => `1.yaml policy.limits.${text}`));
});

test("limits of servers, and maps that are deleted whole", async () => {
  const servers = "policy: { servers: { s: { limits: { max_cost_usd: 0.1 } } } }";
  const deleted = "deletes max_cost_usd, which 0.yaml:3 sets";
  expect(await loosened(servers, "policy: { servers: { t: { limits: { max_cost_usd: 1 } } } }")).toEqual([]);
  expect(await loosened(servers, "policy: { servers: { s: { limits: { max_cost_usd: 1 } } } }")).toEqual([
    "1.yaml policy.servers.s.limits.max_cost_usd: raises max_cost_usd to 1 from 0.1, which 0.yaml:3 sets",
  ]);
  for (const above of ["{ servers: { s: null } }", "{ servers: null }", "{ servers: { s: { limits: null } } }"]) {
    expect(await loosened(servers, `policy: ${above}`)).toEqual([
      `1.yaml policy.servers.s.limits.max_cost_usd: ${deleted}`,
    ]);
  }
  expect(await loosened(limits("{ max_cost_usd: 1 }"), "policy: null")).toEqual([
    `1.yaml policy.limits.max_cost_usd: ${deleted}`,
  ]);
});

test("each step is told once, where it is made", async () => {
  const three = [limits("{ deny: [a/b] }"), limits("{ deny: [a/c] }"), limits("{ deny: [a/c, a/d] }")];
  expect(await loosened(...three)).toEqual(['1.yaml policy.limits.deny: no longer denies "a/b", as 0.yaml:3 does']);
  const back = [limits("{ max_seconds: 1 }"), limits("null"), limits("{ max_seconds: 2 }")];
  expect(await loosened(...back)).toEqual([
    "1.yaml policy.limits.max_seconds: deletes max_seconds, which 0.yaml:3 sets",
  ]);
});
