import { dirname, isAbsolute, join } from "node:path";
import { type Document, type DocumentKind, loadDocument, type Path } from "@modelpref/catalog/documents";
import { BUNDLED } from "../../catalogs/choose-catalog.ts";
import { isObject } from "../../input/checks.ts";
import { type FileFinding, tellWrongKinds } from "../../kinds/catalog-findings.ts";
import type { TestFinding } from "./problem.ts";
import { testsSchema, type WrittenTests } from "./schema.ts";
import { type TestParts, testParts } from "./test-parts.ts";
import { readTestRequest } from "./test-request.ts";

const KIND: DocumentKind<WrittenTests> = {
  schema: testsSchema,
  whenEmpty: 'a file of tests begins with "version: 1", and its tests follow under "tests:"',
};

/** A file of tests as far as it could be read; it is sound where neither `problems` nor `findings` has any. */
export type TestFile = {
  /** As the user named it. */
  file: string;
  document: Document<WrittenTests>;
  /** What is wrong with the file as such, with its YAML, or with its format. */
  problems: readonly FileFinding[];
  /** The catalog that the file names: a path that holds here, or `bundled`; undefined where it names none. */
  catalog: string | undefined;
  tests: readonly TestParts[];
  findings: readonly TestFinding[];
};

/** Reads a file of tests. Never throws. Names of models are not checked: that takes the catalog. */
export async function readTestFile(file: string): Promise<TestFile> {
  const document = await loadDocument(file, KIND);
  const problems = await tellWrongKinds(document.problems, "tests");
  if (problems.some(({ code }) => code === "wrong-kind")) {
    return { file, document, problems, catalog: undefined, tests: [], findings: [] };
  }
  const tests = testParts(document.data);
  const findings = [...tests.flatMap(requestFindings), ...duplicateNames(tests, document)];
  return { file, document, problems, catalog: catalogOf(document.data, file), tests, findings };
}

function catalogOf(data: unknown, file: string): string | undefined {
  const written = isObject(data) ? data["catalog"] : undefined;
  if (typeof written !== "string" || written === "") return undefined;
  if (written === BUNDLED) return BUNDLED;
  return isAbsolute(written) ? written : join(dirname(file), written);
}

function requestFindings({ path, request }: TestParts): TestFinding[] {
  if (request === undefined) return [];
  return readTestRequest(request).findings.map((finding) => ({
    ...finding,
    code: "wrong-request",
    path: [...path, "request", ...finding.path],
  }));
}

/** A name that stands twice would not tell which test failed. */
function duplicateNames(tests: readonly TestParts[], document: Document<unknown>): TestFinding[] {
  const firstOf = new Map<string, Path>();
  return tests.flatMap(({ path, name }) => {
    if (name === undefined) return [];
    const first = firstOf.get(name);
    if (first === undefined) {
      firstOf.set(name, path);
      return [];
    }
    const { line } = document.placeOf([...first, "name"]);
    const message = `the test in line ${line} has this name already; give each its own`;
    return [{ code: "duplicate-name", path: [...path, "name"], message }];
  });
}
