import { expect, test } from "vitest";
import { parseCatalog } from "../parse-catalog.ts";

/** The code of the first problem and how many there are. */
function verdict(text: string): string {
  const { problems } = parseCatalog(text);
  return `${problems[0]?.code} ${problems.length}`;
}

const DEEP = 100_000;

test.for([
  ["brackets", "[".repeat(DEEP)],
  ["closed brackets", "[".repeat(DEEP) + "]".repeat(DEEP)],
  ["braces", "{a: ".repeat(DEEP)],
  ["dashes", "- ".repeat(DEEP)],
  ["question marks", "? ".repeat(DEEP)],
  ["indents", Array.from({ length: 3000 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("")],
  ["dashes and indents", Array.from({ length: 2000 }, (_, depth) => `${" ".repeat(depth)}-\n`).join("")],
])("deep nesting of %s is refused", ([, text]) => {
  expect(verdict(text ?? "")).toBe("yaml-nested-too-deep 1");
});

test("as much nesting as a catalog could need is read", () => {
  expect(verdict(`version: 1\nname: ${"[".repeat(50)}${"]".repeat(50)}`)).toBe("wrong-type 1");
});

test("an alias bomb is refused, not unfolded", () => {
  const levels = Array.from(
    { length: 30 },
    (_, level) => `a${level + 1}: &a${level + 1} [${Array(9).fill(`*a${level}`)}]`,
  );
  const { catalog, problems } = parseCatalog(`version: 1\na0: &a0 [x]\n${levels.join("\n")}`);
  expect(catalog).toBeUndefined();
  expect(problems.filter(({ code }) => code === "yaml-alias")).toHaveLength(270);
  expect(problems.filter(({ code }) => code === "yaml-anchor")).toHaveLength(31);
});

test("an alias says nothing else than that it is one", () => {
  expect(verdict("version: 1\nmodels:\n  - id: *x\n    cost: { input: *x }\n    aliases: [*x]")).toBe("yaml-alias 3");
});

const MUCH = 4_900_000;

test.for([
  ["closing brackets", "]", 1],
  ["empty lists", "[]", 1],
  ["commas", ",", 1],
  ["quotes", '"', 1],
] as const)("5 MB of %s end soon", ([, part, count]) => {
  expect(parseCatalog(part.repeat(MUCH / part.length)).problems).toHaveLength(count);
});

test("5 MB in one line, in one key, in one value", () => {
  expect(verdict(`version: 1\nname: ${"x".repeat(MUCH)}`)).toBe("wrong-value 1");
  expect(verdict(`version: 1\n? ${"x".repeat(MUCH)}\n: y`)).toBe("unknown-key 1");
  expect(verdict(`version: 1\n"${"x".repeat(MUCH)}": y`)).toBe("yaml-syntax 1");
  const { problems } = parseCatalog(`version: 1\n? ${"x".repeat(MUCH)}\n: y`);
  expect(JSON.stringify(problems).length).toBeLessThan(1000);
});

test("larger than 5 MB is refused", () => {
  expect(verdict(`version: 1\n#${"x".repeat(5_000_000)}`)).toBe("file-too-large 1");
  // A character of two bytes counts as two.
  expect(verdict(`version: 1\n#${"ä".repeat(2_500_000)}`)).toBe("file-too-large 1");
});

test("20,000 problems in nearly 5 MB are all told", () => {
  const models = Array.from({ length: 20_000 }, (_, index) =>
    [`  - id: a/${index}`, `    name: ${"x".repeat(170)}`, "    status: activ", "    limit: { context: 5 }"].join("\n"),
  );
  const text = `version: 1\nmodels:\n${models.join("\n")}\n`;
  expect(text.length).toBeGreaterThan(4_700_000);
  const { problems } = parseCatalog(text);
  expect(problems).toHaveLength(20_000);
  expect(problems.at(-1)).toMatchObject({
    line: 80_001,
    column: 13,
    path: "models[19999].status",
    suggestion: "active",
  });
});

test("more problems than zod can list are one", () => {
  expect(verdict(`version: 1\nmodels: [{ id: a/b, aliases: [${"1,".repeat(250_000)}] }]`)).toBe("too-many-problems 1");
});

test("many keys in one map are told one by one", () => {
  const keys = Array.from({ length: 100_000 }, (_, index) => `k${index}: 1\n`);
  const { problems } = parseCatalog(`version: 1\n${keys.join("")}${"k0: 1\n".repeat(50_000)}`);
  expect(problems.filter(({ code }) => code === "unknown-key")).toHaveLength(100_000);
  expect(problems.filter(({ code }) => code === "duplicate-key")).toHaveLength(50_000);
});
