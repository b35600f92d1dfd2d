import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A package of the workspace, as far as the boundaries are concerned. */
export type WorkspacePackage = {
  /** The folder's name: router, catalog, adapters, cli. */
  folder: string;
  name: string;
  /** What it may import: its dependencies, and those that its users bring. */
  dependencies: readonly string[];
  /** The subpaths its `exports` name: ".", "./package.json". */
  exports: readonly string[];
  /** The folders its tsconfig refers to. */
  references: readonly string[];
  compilerOptions: Readonly<Record<string, unknown>>;
  sources: readonly Source[];
};

/** A source file; `path` starts from the repository's root. */
export type Source = { path: string; text: string };

type Manifest = {
  name: string;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  exports?: Record<string, unknown>;
};
type CompilerSettings = { compilerOptions: Record<string, unknown>; references?: { path: string }[] };

/** Reads every package under `packages`. */
export function readWorkspace(root: string): WorkspacePackage[] {
  const base: CompilerSettings = readJson(join(root, "tsconfig.base.json"));
  return readdirSync(join(root, "packages")).map((folder) => {
    const place = join(root, "packages", folder);
    const manifest: Manifest = readJson(join(place, "package.json"));
    const settings: CompilerSettings = readJson(join(place, "tsconfig.json"));
    return {
      folder,
      name: manifest.name,
      dependencies: Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }),
      exports: Object.keys(manifest.exports ?? {}),
      references: (settings.references ?? []).map((reference) => reference.path.replace("../", "")),
      compilerOptions: { ...base.compilerOptions, ...settings.compilerOptions },
      sources: readSources(root, folder),
    };
  });
}

function readSources(root: string, folder: string): Source[] {
  return readdirSync(join(root, "packages", folder, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `packages/${folder}/src/${file.replaceAll("\\", "/")}`)
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

function readJson<Shape>(path: string): Shape {
  return JSON.parse(readFileSync(path, "utf8"));
}
