import { posix } from "node:path";
import type { Finding } from "./finding.ts";
import { importSpecifiers } from "./source-text.ts";
import type { Source, WorkspacePackage } from "./workspace.ts";

/**
 * Imports that go round the packages' front doors: a relative path out of the package, a subpath that another
 * package does not export, and, outside tests, a package that the manifest does not name.
 */
export function wrongImports(packages: readonly WorkspacePackage[]): Finding[] {
  return packages.flatMap((importer) =>
    importer.sources.flatMap((source) =>
      importSpecifiers(source.text).flatMap((specifier) => judge(specifier, source, importer, packages)),
    ),
  );
}

function judge(
  specifier: string,
  source: Source,
  importer: WorkspacePackage,
  packages: readonly WorkspacePackage[],
): Finding[] {
  const finding = (rule: Finding["rule"]): Finding[] => [{ rule, where: source.path, found: specifier }];
  if (specifier.startsWith(".")) {
    return staysInside(specifier, source, importer) ? [] : finding("internal-path");
  }
  const imported = packages.find(({ name }) => specifier === name || specifier.startsWith(`${name}/`));
  if (imported !== undefined && !imported.exports.includes(specifier.replace(imported.name, "."))) {
    return finding("internal-path");
  }
  const declared = importer.dependencies.some((name) => specifier === name || specifier.startsWith(`${name}/`));
  return declared || specifier.startsWith("node:") || isTest(source) ? [] : finding("undeclared");
}

function staysInside(specifier: string, source: Source, importer: WorkspacePackage): boolean {
  return posix.join(posix.dirname(source.path), specifier).startsWith(`packages/${importer.folder}/`);
}

/** Whether a source is a test, which may use the tools of the house. */
export function isTest(source: Source): boolean {
  return source.path.endsWith(".test.ts") || source.path.includes("/test/");
}
