import { expect, test } from "vitest";
import { catalog, inFolder } from "../../test/folder.ts";
import { parseCatalog } from "../parse-catalog.ts";
import { readCatalog } from "../read-catalog.ts";

const TODAY = "2026-11-22";
const KNOWN = "billing: local, intelligence: { score: 50 }, speed: { output_tps: 50 }";
const MODELS = `models: [{ id: anthropic/claude-sonnet-5, ${KNOWN} }, { id: xai/grok-5, ${KNOWN}, tool_call: true }]`;

/** What is said of lists of a policy: code, path, and the end of the message, if it suggests something. */
function found(policy: string): string[] {
  const { warningsAt } = parseCatalog(catalog(MODELS, `policy: ${policy}`));
  return warningsAt(TODAY)
    .filter(({ code }) => code !== "never-first")
    .map(({ code, path, message }) => [code, path, ...message.split("; ").slice(1)].join(" "));
}

test("allow and deny lists, those of servers too", () => {
  expect(found("{ limits: { allow: ['*/claude*', 'xai/*'], deny: ['x*'] } }")).toEqual([]);
  expect(found("{ limits: { allow: ['xai/*', 'antropic/*'] } }")).toEqual([
    "allow-fits-nothing policy.limits.allow[1] did you mean anthropic/*?",
  ]);
  expect(found("{ servers: { 's-*': { limits: { allow: [gpt], deny: [b/c] } } } }")).toEqual([
    'allow-fits-nothing policy.servers["s-*"].limits.allow[0]',
    'deny-fits-nothing policy.servers["s-*"].limits.deny[0]',
  ]);
});

test.for([
  ["antropic/*", "did you mean anthropic/*?"],
  ["Anthropic/claude-*", "did you mean anthropic/claude-*?"],
  ["anthropic", "did you mean anthropic/*?"],
  ["antropic", "did you mean anthropic/*?"],
  ["claude-sonnet-*", "did you mean */claude-sonnet-*?"],
  ["anthropic/claude-sonet-5", "did you mean anthropic/claude-sonnet-5?"],
  ["antropic/claude-sonet-*"],
  ["xai/grok-?", "only * is special in a glob, ? stands for itself did you mean xai/grok-*?"],
  ["xai/grok-[45]", "only * is special in a glob, [45] stands for itself did you mean xai/grok-*?"],
  ["*/*-preview"],
])("what %s was meant to be", ([glob = "", ...said]) => {
  expect(found(`{ limits: { deny: ["${glob}"] } }`)).toEqual([
    ["deny-fits-nothing policy.limits.deny[0]", ...said].join(" "),
  ]);
});

test("overrides and removals get the same help", () => {
  const { warningsAt } = parseCatalog(catalog(MODELS, 'remove: ["antropic/*"]'));
  expect(warningsAt(TODAY).map(({ message }) => message)).toEqual([
    'no model of this file or of one below it fits "antropic/*"; did you mean anthropic/*?',
  ]);
});

test("a model that a layer took out may still be denied, and not be allowed", async () => {
  const files = {
    "low.yaml": catalog(MODELS, 'policy: { limits: { deny: ["xai/*"] } }'),
    "high.yaml": catalog("extends: [low.yaml]", 'remove: ["xai/*"]'),
    "allowing.yaml": catalog("extends: [high.yaml]", 'policy: { limits: { allow: ["xai/*", "anthropic/*"] } }'),
  };
  await inFolder(files, async ({ path }) => {
    expect((await readCatalog([path("high.yaml")])).warningsAt(TODAY)).toEqual([]);
    const codes = (await readCatalog([path("allowing.yaml")])).warningsAt(TODAY).map(({ code }) => code);
    expect(codes).toEqual(["allow-fits-nothing"]);
  });
});

test("a slip in a list hides nothing else, and it is told that nothing can be picked", () => {
  const codes = (...lines: string[]): string[] =>
    parseCatalog(catalog(...lines))
      .warningsAt(TODAY)
      .map(({ code, path }) => `${code} ${path}`);
  expect(codes("models: [{ id: a/b, cost: { input: 200 } }]", "policy: { limits: { allow: [a/c] } }")).toEqual([
    "unknown-cost models[0].id",
    "unknown-intelligence models[0].id",
    "unknown-speed models[0].id",
    "price-too-high models[0].cost.input",
    "nothing-to-pick policy.limits.allow",
    "allow-fits-nothing policy.limits.allow[0]",
  ]);
});

test.for([
  [["models: []"], "it has none"],
  [["name: x"], "it has none"],
  [["models: [{ id: a/b, enabled: false }]"], "all are retired or switched off"],
  [[MODELS, "policy: { limits: { allow: [] } }"], "allow and deny lists leave none"],
  [[MODELS, "policy: { limits: { deny: ['*'] } }"], "allow and deny lists leave none"],
  [["extends: [bundled]", "policy: { limits: { allow: ['ollama/*'] } }"], "leave none that is in use"],
] as const)("no model can be picked: %j", ([lines, why]) => {
  const warnings = parseCatalog(catalog(...lines)).warningsAt(TODAY);
  expect(warnings.filter(({ code }) => code === "nothing-to-pick")).toEqual([
    expect.objectContaining({ subject: "models", message: expect.stringContaining(why) }),
  ]);
});
