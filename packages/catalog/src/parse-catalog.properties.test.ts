import { fc, test } from "@fast-check/vitest";
import { createRouter } from "@modelpref/router";
import { expect } from "vitest";
import { stringify } from "yaml";
import { decode } from "./file/decode.ts";
import { parseCatalog } from "./parse-catalog.ts";
import { formatProblem } from "./problems/format-problem.ts";

/** Words and signs of catalogs, right and wrong. */
/** How often a property is tried, unless FC_RUNS says otherwise. */
const runs = (usual: number): number => Number(process.env["FC_RUNS"] ?? usual);

const PIECE = fc.oneof(
  fc.constantFrom(
    "version: 1\n",
    "models:\n",
    "  - id: a/b\n",
    "    cost: { input: 1 }\n",
    "families:",
    "policy:",
    "\n",
  ),
  fc.constantFrom(
    "[",
    "]",
    "{",
    "}",
    ",",
    ": ",
    "- ",
    "? ",
    "&a ",
    "*a",
    "!a ",
    "|\n",
    ">\n",
    "#",
    '"',
    "'",
    "%",
    "---\n",
    "...\n",
  ),
  fc.constantFrom(
    " ",
    "\t",
    "\r",
    "\0",
    "\uFEFF",
    "\uD800",
    "\u2028",
    "\u202E",
    "<<: ",
    "__proto__: ",
    "\\",
    "~",
    "`",
    "@",
  ),
  fc.string({ unit: "binary", maxLength: 5 }),
);
const BROKEN = fc.oneof(
  fc.array(PIECE, { maxLength: 40 }).map((pieces) => pieces.join("")),
  fc.array(PIECE, { maxLength: 20 }).map((pieces) => `version: 1\nmodels:\n  - id: a/b\n    ${pieces.join("")}`),
  fc.string({ unit: "binary" }),
);

test.prop([BROKEN], { numRuns: runs(3000) })(
  "no text makes the reader throw, and every problem has its place",
  (text) => {
    const { catalog, problems } = parseCatalog(text, { file: "models.yaml" });
    expect(catalog === undefined).toBe(problems.length > 0);
    const lines = text.replace(/^\uFEFF/, "").split("\n");
    for (const problem of problems) {
      expect(formatProblem(problem)).not.toMatch(/(?!\n)\p{Cc}/u);
      expect(problem.line).toBeGreaterThanOrEqual(1);
      expect(problem.line).toBeLessThanOrEqual(lines.length);
      expect(problem.column).toBeGreaterThanOrEqual(1);
      expect(problem.column).toBeLessThanOrEqual((lines[(problem.line ?? 0) - 1]?.length ?? 0) + 1);
    }
  },
);

test.prop([fc.uint8Array({ maxLength: 200 })])("no bytes make the reader throw", (bytes) => {
  const text = decode("models.yaml", bytes);
  if (typeof text === "string") parseCatalog(text);
  else expect(text.code).toMatch(/^file-/);
});

const TEXT = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
  .filter((text) => !/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.test(text));
const AMOUNT = fc.oneof(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.nat({ max: 1e9 })).map((value) => value + 0);
const DATE = fc.constantFrom("2026", "2026-11", "2026-11-22");
const TIER = fc.constantFrom("nano", "small", "mid", "large");
const MODALITIES = fc.uniqueArray(fc.constantFrom("text", "image", "audio", "video", "pdf"));
const WEIGHT = fc.double({ min: 0, max: 1, noNaN: true });

/** Any of the keys may be left out. */
function some<T>(keys: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) {
  return fc.record(keys, { requiredKeys: [] });
}

const PRICES = { input: AMOUNT, output: AMOUNT, cache_read: AMOUNT, cache_write: AMOUNT };
const TIERS = fc.uniqueArray(fc.record({ above: AMOUNT, ...PRICES }, { requiredKeys: ["above"] }), {
  selector: ({ above }) => above,
  maxLength: 3,
});
const FACTS = some({
  provider: TEXT,
  model: TEXT,
  name: TEXT,
  tier: TIER,
  aliases: fc.array(TEXT, { maxLength: 3 }),
  status: fc.constantFrom("alpha", "beta", "active", "deprecated", "retired"),
  enabled: fc.boolean(),
  reasoning: fc.boolean(),
  tool_call: fc.boolean(),
  structured_output: fc.boolean(),
  modalities: some({ input: MODALITIES, output: MODALITIES }),
  limit: some({ context: AMOUNT, input: AMOUNT, output: AMOUNT }),
  billing: fc.constantFrom("metered", "subscription", "free", "local"),
  cost: some({ ...PRICES, tiers: TIERS }),
  intelligence: fc.record(
    { score: fc.double({ min: 0, max: 100, noNaN: true }), confidence: fc.constantFrom("low", "high"), as_of: DATE },
    { requiredKeys: ["score"] },
  ),
  speed: some({ output_tps: AMOUNT, ttft_ms: AMOUNT, as_of: DATE }),
});
const SERVER_POLICY = {
  defaults: some({ cost: WEIGHT, speed: WEIGHT, intelligence: WEIGHT }),
  client_share: WEIGHT,
  matching: fc.constantFrom("default", "strict"),
  equivalence: fc.constantFrom("after-names", "in-order", "off"),
  limits: some({ max_cost_usd: AMOUNT, max_seconds: AMOUNT, allow: fc.array(TEXT), deny: fc.array(TEXT) }),
} as const;
const SERVERS = fc.dictionary(
  TEXT.filter((name) => !/^\d+$|^__proto__$/.test(name)),
  some(SERVER_POLICY),
  {
    noNullPrototype: true,
  },
);

const CATALOG = fc
  .record({
    facts: fc.array(FACTS, { maxLength: 6 }),
    tokens: fc.array(fc.array(TEXT, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
    policy: some({ ...SERVER_POLICY, profile: fc.constant(1), servers: SERVERS }),
    name: TEXT,
  })
  .map(({ facts, tokens, policy, name }) => {
    const families = tokens.map((words, index) => ({ id: `family ${index}`, tokens: words }));
    const models = facts.map((model, index) => ({ id: `a/${index}`, ...model, family: families[index]?.id }));
    return { name, models: models.map(withoutUndefined), families, policy };
  });

function withoutUndefined<T extends object>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

test.prop([CATALOG], { numRuns: runs(300) })(
  "what the yaml package prints is read back the same, and a router takes it",
  (content) => {
    const text = stringify({ version: 1, ...content }, { aliasDuplicateObjects: false });
    const { catalog, problems } = parseCatalog(text);
    expect(problems).toEqual([]);
    expect(catalog).toEqual({ ...content, hash: catalog?.hash });
    expect(() => createRouter(catalog ?? { models: [] })).not.toThrow();
  },
);
