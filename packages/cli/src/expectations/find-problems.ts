import { formatProblem } from "@modelpref/catalog";
import { BadInput, type Problem } from "../problems/problem.ts";
import { checkContradictions } from "./read/check-contradictions.ts";
import { checkNames } from "./read/check-names.ts";
import { placed, type TestFinding } from "./read/problem.ts";
import type { TestFile } from "./read/read-test-file.ts";
import type { TestParts } from "./read/test-parts.ts";
import type { TestCatalog } from "./test-catalogs.ts";

/** Problems keep tests from being run, warnings do not. */
export type Problems = { problems: Problem[]; warnings: Problem[] };

/** All that is wrong with files of tests and with the catalogs they name, file by file, from the top. */
export function findProblems(files: readonly (readonly [TestFile, TestCatalog])[]): Problems {
  const told = new Set<TestCatalog>();
  const found = files.map(([file, catalog]): Problems => {
    if (!(catalog instanceof BadInput))
      return problemsOf(
        file,
        catalog.catalog.models.map(({ id }) => id),
      );
    const isTold = told.has(catalog);
    told.add(catalog);
    const { problems, warnings } = problemsOf(file, undefined);
    return { problems: [...problems, ...catalogProblems(file, catalog, isTold)], warnings };
  });
  return {
    problems: found.flatMap(({ problems }) => problems),
    warnings: found.flatMap(({ warnings }) => warnings),
  };
}

/** The problems of one file; names and contradictions take the ids of a catalog. */
function problemsOf(
  { document, problems: ofFile, tests, findings }: TestFile,
  ids: readonly string[] | undefined,
): Problems {
  const found = ids === undefined ? findings : [...findings, ...tests.flatMap((test) => checkTest(test, ids))];
  const [problems, warnings] = [false, true].map((isWarning) =>
    found.filter((finding) => (finding.isWarning ?? false) === isWarning).map((finding) => placed(finding, document)),
  );
  return {
    problems: inWords([...ofFile, ...(problems ?? [])]),
    warnings: inWords(warnings ?? []),
  };
}

function checkTest(test: TestParts, ids: readonly string[]): TestFinding[] {
  const contradictions = test.expect === undefined ? [] : checkContradictions(test.expect, ids);
  return [...checkNames(test, ids), ...contradictions].map((finding) => ({
    ...finding,
    path: [...test.path, ...finding.path],
  }));
}

type Worded = Parameters<typeof formatProblem>[0];

function inWords(problems: readonly Worded[]): Problem[] {
  return problems
    .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
    .map((problem) => ({ code: "expectation", formatted: formatProblem(problem) }));
}

/** The place that names a catalog, and the problems of the catalog, once. */
function catalogProblems({ document, catalog }: TestFile, { problems }: BadInput, isTold: boolean): readonly Problem[] {
  const rest = isTold ? [] : problems;
  if (catalog === undefined) return rest;
  const message = `this catalog cannot be used: ${isTold ? "see above" : "see below"}`;
  return [...inWords([{ ...document.placeOf(["catalog"]), message }]), ...rest];
}
