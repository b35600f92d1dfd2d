import type { Finding } from "./finding.ts";
import { isTest } from "./imports.ts";
import { codeOf, importSpecifiers } from "./source-text.ts";
import type { Source, WorkspacePackage } from "./workspace.ts";

/** A clock, chance, the machine, or the locale: each would make equal inputs rank differently. */
const IMPURE =
  /\b(?:Date|performance|Math\s*\.\s*random|crypto|process|console|globalThis|setTimeout|Intl|localeCompare|toLocale\w+)\b/g;

/** The router depends on fast-levenshtein and on nothing else. */
export function wrongRouterDependencies(router: WorkspacePackage): Finding[] {
  const found = router.dependencies.join(", ");
  if (found === "fast-levenshtein") return [];
  return [{ rule: "router-dependency", where: "packages/router/package.json", found }];
}

/** The compiler gives the router the language and nothing of Node or the browser. */
export function wrongRouterCompiler({ compilerOptions }: WorkspacePackage): Finding[] {
  const expected: Record<string, readonly string[]> = { types: [], lib: ["es2023"] };
  return Object.entries(expected)
    .filter(([option, value]) => JSON.stringify(compilerOptions[option]) !== JSON.stringify(value))
    .map(([option]) => ({
      rule: "router-compiler",
      where: "packages/router/tsconfig.json",
      found: `${option}: ${JSON.stringify(compilerOptions[option])}`,
    }));
}

/** What a source of the router may not touch, and Node's modules. Tests may. */
export function impurities(source: Source): Finding[] {
  if (isTest(source)) return [];
  const touched = [...codeOf(source.text).matchAll(IMPURE)].map((match) => match[0]);
  const node = importSpecifiers(source.text).filter((specifier) => specifier.startsWith("node:"));
  return [...touched, ...node].map((found) => ({ rule: "router-purity", where: source.path, found }));
}
