import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ALLOWED, wrongArrows, wrongReferences } from "./boundaries/arrows.ts";
import { wrongImports } from "./boundaries/imports.ts";
import { impurities, wrongRouterCompiler, wrongRouterDependencies } from "./boundaries/router-purity.ts";
import { codeOf, importSpecifiers } from "./boundaries/source-text.ts";
import { readWorkspace, type WorkspacePackage } from "./boundaries/workspace.ts";

const workspace = readWorkspace(fileURLToPath(new URL("..", import.meta.url)));
const routers = workspace.filter(({ folder }) => folder === "router");

describe("the house keeps its boundaries (design section 2)", () => {
  test("the packages are those of the design, and each has sources", () => {
    expect(workspace.map(({ folder }) => folder).toSorted()).toEqual([...ALLOWED.keys()].toSorted());
    expect(workspace.filter(({ sources }) => sources.length === 0)).toEqual([]);
  });
  test("imports go one way", () => expect(wrongArrows(workspace)).toEqual([]));
  test("project references are the workspace dependencies", () => expect(wrongReferences(workspace)).toEqual([]));
  test("packages meet at their front doors", () => expect(wrongImports(workspace)).toEqual([]));
  test("the router has one dependency", () => expect(routers.flatMap(wrongRouterDependencies)).toEqual([]));
  test("the router is compiled without Node and DOM", () => expect(routers.flatMap(wrongRouterCompiler)).toEqual([]));
  test("the router knows no clock, chance, machine or locale", () =>
    expect(routers.flatMap(({ sources }) => sources.flatMap(impurities))).toEqual([]));
});

describe("the checks find what is wrong", () => {
  const sample = (folder: string, change: Partial<WorkspacePackage> = {}): WorkspacePackage => ({
    folder,
    name: `@modelpref/${folder}`,
    dependencies: [],
    exports: [".", "./package.json"],
    references: [],
    compilerOptions: { types: [], lib: ["es2023"] },
    sources: [],
    ...change,
  });
  const source = (path: string, text: string) => ({ path, text });
  const importing = (text: string, path = "packages/catalog/src/a/b.ts") =>
    wrongImports([
      sample("router"),
      sample("catalog", { dependencies: ["@modelpref/router", "yaml"], sources: [source(path, text)] }),
    ]).map(({ rule, found }) => `${rule} ${found}`);

  test("an arrow turned round, and a package nobody knows", () => {
    const turned = sample("router", { dependencies: ["@modelpref/catalog"] });
    expect(wrongArrows([turned, sample("catalog")])).toEqual([
      { rule: "arrow", where: "packages/router/package.json", found: "catalog" },
    ]);
    expect(wrongArrows([sample("helpers")])).toHaveLength(1);
  });

  test("a sideways arrow", () => {
    expect(
      wrongArrows([sample("catalog", { dependencies: ["@modelpref/adapters"] }), sample("adapters")]),
    ).toHaveLength(1);
  });

  test("a reference too few, and one too many", () => {
    const few = sample("catalog", { dependencies: ["@modelpref/router"] });
    const many = sample("adapters", { references: ["router"] });
    expect(wrongReferences([sample("router"), few, many])).toHaveLength(2);
  });

  test("an import of another package's inside, by path or by name", () => {
    expect(importing('import { a } from "../../../router/src/rank.ts";')).toEqual([
      "internal-path ../../../router/src/rank.ts",
    ]);
    expect(importing('export { a } from "@modelpref/router/dist/rank.js";')).toEqual([
      "internal-path @modelpref/router/dist/rank.js",
    ]);
    expect(
      importing('const a = await import("@modelpref/router/src/rank.ts");', "packages/catalog/src/a.test.ts"),
    ).toHaveLength(1);
  });

  test("an import that the manifest does not name, except in a test", () => {
    expect(importing('import "zod";')).toEqual(["undeclared zod"]);
    expect(importing('import { test } from "vitest";', "packages/catalog/src/a.test.ts")).toEqual([]);
  });

  test("allowed imports pass", () => {
    expect(importing('import "node:fs"; import "yaml"; import "@modelpref/router"; import "../c.ts";')).toEqual([]);
  });

  test("a second dependency of the router, and none at all", () => {
    expect(wrongRouterDependencies(sample("router", { dependencies: ["fast-levenshtein", "zod"] }))).toHaveLength(1);
    expect(wrongRouterDependencies(sample("router"))).toHaveLength(1);
  });

  test("Node's types or the DOM in the router", () => {
    const compilerOptions = { types: ["node"], lib: ["es2023", "dom"] };
    expect(wrongRouterCompiler(sample("router", { compilerOptions })).map(({ found }) => found)).toEqual([
      'types: ["node"]',
      'lib: ["es2023","dom"]',
    ]);
  });

  test.each([
    "const now = Date.now();",
    "return Math.random();",
    "return Math . random();",
    "a.localeCompare(b)",
    "process.exit()",
    "console.log(1)",
    "globalThis.fetch",
    "new Intl.Collator()",
    "text.toLocaleLowerCase()",
    `\`\${Date.now()}\``,
    'import { readFileSync } from "node:fs";',
  ])("impure: %s", (text) => {
    expect(impurities(source("packages/router/src/a.ts", text))).toHaveLength(1);
  });

  test("words in comments and strings are not code, nor is a test the router", () => {
    expect(
      impurities(source("packages/router/src/a.ts", "/* Date */ // process\nconst a = \"console\", b = 'Intl';")),
    ).toEqual([]);
    expect(impurities(source("packages/router/src/a.ts", "const updated = model.processor;"))).toEqual([]);
    expect(impurities(source("packages/router/src/a.test.ts", "Date.now()"))).toEqual([]);
  });

  test("specifiers and code are told from comments and strings", () => {
    expect(importSpecifiers('// from "a"\nimport {\n  b,\n} from "b";\nimport "c";\nawait import(\'d\');')).toEqual([
      "b",
      "c",
      "d",
    ]);
    expect(codeOf("const a = \"//\"; // 'x'\nb();")).toBe('const a = ""; ""\nb();');
  });
});
