import { expect, test } from "vitest";
import { catalog, inFolder } from "../../test/folder.ts";
import { parseCatalog } from "../parse-catalog.ts";
import { readCatalog } from "../read-catalog.ts";

const TODAY = "2026-11-22";
const KNOWN = "billing: local, intelligence: { score: 50 }, speed: { output_tps: 50 }";

/** What is found in a catalog of these lines, but for models that are never first. */
function found(...lines: string[]): { code: string; path: string; message: string }[] {
  const warnings = parseCatalog(catalog(...lines)).warningsAt(TODAY);
  return warnings.filter(({ code }) => code !== "never-first");
}

const codes = (...lines: string[]): string[] => found(...lines).map(({ code, path }) => `${code} ${path}`);

test.for([
  ["a: { replaced_by: p/use }"],
  [
    "a: { replaced_by: p/b }, b: { replaced_by: p/use }",
    "a p/b is retired too; name p/use, which replaces it in the end",
  ],
  [
    "a: { replaced_by: p/b }, b: { family: f }",
    "a p/b is retired too, and no model in use replaces it; name one that is in use",
  ],
  [
    "a: { replaced_by: p/b }, b: { replaced_by: p/a }",
    "a p/b is retired too, and what replaces it leads back here; name a model that is in use",
    "b p/a is retired too, and what replaces it leads back here; name a model that is in use",
  ],
])("what replaces a retired model: %s", ([entries = "", ...said]) => {
  const retired = [...entries.matchAll(/(\w): \{ (.*?) \}/g)].map(
    ([, id, rest]) => `{ id: p/${id}, status: retired, ${rest} }`,
  );
  const warnings = found(
    `models: [{ id: p/use, ${KNOWN}, family: f }, ${retired.join(", ")}]`,
    "families: [{ id: f, tokens: [f] }]",
  );
  expect(warnings.map(({ code }) => code)).toEqual(said.map(() => "replacement-out-of-use"));
  expect(warnings.map(({ message, path }) => [path, message])).toEqual(
    said.map((text, at) => [`models[${at + 1}].replaced_by`, text.slice(2)]),
  );
});

test("what replaces a model was removed by another layer", async () => {
  const files = {
    "low.yaml": catalog(
      `models: [{ id: p/use, ${KNOWN} }, { id: p/b }, { id: p/a, status: retired, replaced_by: p/b }]`,
    ),
    "high.yaml": catalog("extends: [low.yaml]", "remove: [p/b]"),
  };
  await inFolder(files, async ({ path }) => {
    const { warningsAt } = await readCatalog([path("high.yaml")]);
    expect(warningsAt(TODAY)).toMatchObject([{ code: "replacement-out-of-use", file: path("low.yaml"), line: 2 }]);
  });
});

test("a long chain of replacements is followed in a moment", () => {
  const chain = Array.from(
    { length: 5000 },
    (_, at) => `  - { id: p/m${at}, status: retired, replaced_by: p/m${at + 1} }`,
  );
  const warnings = found("models:", ...chain, `  - { id: p/m5000, ${KNOWN} }`);
  expect(warnings.filter(({ code }) => code === "replacement-out-of-use")).toHaveLength(4999);
});

test("ids that differ only in case", () => {
  expect(codes(`models: [{ id: p/Qwen3, ${KNOWN} }, { id: p/qwen3, ${KNOWN}, tool_call: true }]`)).toEqual([
    "id-in-other-case models[1].id",
  ]);
});

test("scores that look like shares", () => {
  const score = (text: string): string[] =>
    codes(`models: [{ id: p/a, billing: local, intelligence: { score: ${text} }, speed: { output_tps: 1 } }]`);
  expect(["0", "1", "75"].map(score)).toEqual([[], [], []]);
  expect(score("0.75")).toEqual(["score-like-share models[0].intelligence.score"]);
  const [warning] = found(
    "models: [{ id: p/a, billing: local, intelligence: { score: 0.07 }, speed: { output_tps: 1 } }]",
  );
  expect(warning?.message).toBe("expected a rating from 0 to 100; 0.07 looks like a share, which would be 7 here");
});

test("weights of one's own without a share", () => {
  const policy = (text: string): string[] => codes(`models: [{ id: p/a, ${KNOWN} }]`, `policy: ${text}`);
  expect(policy("{ client: { cost: 1 } }")).toEqual(["client-without-share policy.client"]);
  expect(policy("{ client: {} }")).toEqual([]);
  expect(policy("{ client: { cost: 1 }, client_share: 0 }")).toEqual([]);
  expect(policy("{ client: { cost: 1 }, servers: { s: { client_share: 0.5 } } }")).toEqual([]);
  expect(policy("{ servers: { s: { client: { cost: 1 } } } }")).toEqual([
    "client-without-share policy.servers.s.client",
  ]);
});

test("an override that sets nothing is a problem, and not told to fit nothing", () => {
  const text = catalog("models: [{ id: xai/grok-5 }]", 'overrides: [{ match: "xai/*", enabled: false }]');
  const { problems, warningsAt } = parseCatalog(text);
  expect(problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([
    "overrides[0].set: missing; expected a map",
    "overrides[0].enabled: unknown key; did you mean set.enabled?",
  ]);
  expect(warningsAt(TODAY).map(({ code }) => code)).not.toContain("override-fits-nothing");
});
