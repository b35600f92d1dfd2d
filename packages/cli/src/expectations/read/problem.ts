import type { Document, Path, Place } from "@modelpref/catalog/documents";

/** What can be wrong with a test beyond the form of its file. Closed: branch on it. */
type TestProblemCode =
  | "wrong-request"
  | "unknown-model"
  | "fits-nothing"
  | "contradiction"
  | "expects-nothing"
  | "duplicate-name"
  | "other-catalog";

/** One thing that is wrong with a test, and where. */
export type TestProblem = Place & { code: TestProblemCode; message: string };

/** The same before its place is known. */
export type TestFinding = {
  code: TestProblemCode;
  path: Path;
  message: string;
  /** The key is the matter, not its value. */
  onKey?: boolean;
  /** Odd, but the test can be run. */
  isWarning?: boolean;
};

/** Adds the place to a finding. */
export function placed({ code, path, message, onKey = false }: TestFinding, document: Document<unknown>): TestProblem {
  return { ...(onKey ? document.placeOfKey(path) : document.placeOf(path)), code, message };
}
