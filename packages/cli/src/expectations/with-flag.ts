import { resolve } from "node:path";
import type { TestFile } from "./read/read-test-file.ts";

/** A file of tests as it is run over the catalogs that --catalog names: flags win, and where they do so is told. */
export function withFlag(file: TestFile, given: readonly string[]): TestFile {
  const { catalog, findings } = file;
  const [only = "", ...others] = given;
  if (catalog === undefined) return file;
  if (others.length === 0 && resolve(only) === resolve(catalog)) return { ...file, catalog: undefined };
  const message = `passed over: --catalog ${given.join(", ")} is given, and flags win`;
  const warning = { code: "other-catalog", path: ["catalog"], message, isWarning: true } as const;
  return { ...file, catalog: undefined, findings: [...findings, warning] };
}
