import type { Finding } from "./finding.ts";
import type { WorkspacePackage } from "./workspace.ts";

/** Who may know whom: router <- catalog, router <- adapters, all <- cli (design section 2). */
export const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map([
  ["router", []],
  ["catalog", ["router"]],
  ["adapters", ["router"]],
  ["cli", ["adapters", "catalog", "router"]],
]);

/** Dependencies against the arrows, and packages that the arrows do not know. */
export function wrongArrows(packages: readonly WorkspacePackage[]): Finding[] {
  return packages.flatMap(({ folder, dependencies }) => {
    const where = `packages/${folder}/package.json`;
    const allowed = ALLOWED.get(folder);
    if (allowed === undefined) return [{ rule: "arrow" as const, where, found: `unknown package ${folder}` }];
    return workspaceFolders(packages, dependencies)
      .filter((known) => !allowed.includes(known))
      .map((found) => ({ rule: "arrow" as const, where, found }));
  });
}

/** Packages whose project references differ from their workspace dependencies; build mode needs both equal. */
export function wrongReferences(packages: readonly WorkspacePackage[]): Finding[] {
  return packages.flatMap(({ folder, dependencies, references }) => {
    const expected = workspaceFolders(packages, dependencies).toSorted().join(", ");
    const found = references.toSorted().join(", ");
    const where = `packages/${folder}/tsconfig.json`;
    return expected === found ? [] : [{ rule: "reference", where, found: `${found}; dependencies: ${expected}` }];
  });
}

function workspaceFolders(packages: readonly WorkspacePackage[], names: readonly string[]): string[] {
  return packages.filter((each) => names.includes(each.name)).map((each) => each.folder);
}
