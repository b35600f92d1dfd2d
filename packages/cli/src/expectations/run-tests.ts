import type { Document, Place } from "@modelpref/catalog/documents";
import type { Router } from "@modelpref/router";
import { describePick } from "@modelpref/router/words";
import type { CatalogChoice } from "../catalogs/choose-catalog.ts";
import { BadInput } from "../problems/problem.ts";
import { findProblems, type Problems } from "./find-problems.ts";
import type { Failure } from "./judge/failure.ts";
import { judge } from "./judge/judge.ts";
import { readTestFile, type TestFile } from "./read/read-test-file.ts";
import type { WrittenTest } from "./read/schema.ts";
import { toRoutingRequest } from "./read/test-request.ts";
import { catalogOpener, type TestCatalog } from "./test-catalogs.ts";
import { withFlag } from "./with-flag.ts";

/** What became of one test. It holds where nothing failed. */
export type TestResult = {
  name: string;
  place: Place;
  /** The id of the pick; null where nothing can serve the request. */
  pick: string | null;
  /** The explanation in one sentence. */
  reason: string;
  failures: (Failure & { place: Place })[];
};

/** The results of a file, in its order; `catalog` is the name of the catalog. */
export type FileResult = { file: string; catalog: string | null; tests: TestResult[] };

/** What reading and running files gave: results, unless there is a problem with any of them. */
export type Tested = Problems & {
  results: FileResult[];
  /** The files whose change may change the outcome: tests, and every layer of their catalogs, there or not. */
  files: readonly string[];
};

/**
 * Reads files of tests and, where all are sound, runs them. `standard`: the catalog of files that name none, or, where the
 * flag wins, of all; then what a file names instead is told as a warning.
 */
export async function runTests(
  names: readonly string[],
  standard: CatalogChoice,
  { flagWins = false }: { flagWins?: boolean } = {},
): Promise<Tested> {
  const read = await Promise.all(names.map(readTestFile));
  const files = flagWins ? read.map((file) => withFlag(file, standard.files)) : read;
  const open = catalogOpener(standard);
  const opened = await Promise.all(files.map(async (file) => [file, await open(file.catalog)] as const));
  const found = findProblems(opened);
  const results = found.problems.length > 0 ? [] : opened.map(([file, catalog]) => runFile(file, catalog));
  const layers = opened.flatMap(([, { files: ofCatalog }]) => ofCatalog);
  return { ...found, results: await Promise.all(results), files: [...new Set([...names, ...layers])] };
}

async function runFile({ file, document }: TestFile, opened: TestCatalog): Promise<FileResult> {
  if (opened instanceof BadInput) return { file, catalog: null, tests: [] };
  const tests: TestResult[] = [];
  for (const [index, test] of (document.content?.tests ?? []).entries()) {
    tests.push(await runTest(test, index, document, opened.router));
  }
  return { file, catalog: opened.catalog.name ?? null, tests };
}

async function runTest(
  { name, request, expect }: WrittenTest,
  index: number,
  document: Document<unknown>,
  router: Router,
): Promise<TestResult> {
  const explanation = router.explain(await toRoutingRequest(request));
  const failures = judge(expect, explanation).map((failure) => ({
    ...failure,
    place: document.placeOf(["tests", index, "expect", ...failure.path]),
  }));
  const place = document.placeOf(["tests", index, "name"]);
  return { name, place, pick: explanation.pick, reason: describePick(explanation), failures };
}
