import { BadInput, type Problem } from "../problems/problem.ts";
import type { Findings } from "./checks.ts";
import { parseJson, placeProblems } from "./parse-json.ts";
import { readRequest, type StatedRequest } from "./read-request.ts";
import { readText } from "./read-text.ts";
import type { Source } from "./source.ts";

/** A request that can be used, with what is odd about it. */
export type ReadRequest = { stated: StatedRequest; warnings: Problem[] };

/** Reads a text as a request. @throws BadInput with every problem and its place */
export async function readRequestText(text: string, file: string): Promise<ReadRequest> {
  const parsed = await parseJson(text, file);
  if (parsed.problem) throw new BadInput([parsed.problem]);
  const findings: Findings = { problems: [], warnings: [] };
  const stated = readRequest(findings, parsed.value);
  if (stated === undefined || findings.problems.length > 0) {
    throw new BadInput(await placeProblems([...findings.problems, ...findings.warnings], text, file));
  }
  return { stated, warnings: await placeProblems(findings.warnings, text, file) };
}

/** Reads the one request of a source. @throws BadInput */
export async function readRequestSource(source: Source): Promise<ReadRequest> {
  const text = await readText(source);
  if (text.trim() === "") {
    throw new BadInput([{ code: "empty", file: source.name, message: "is empty, expected a request as JSON" }]);
  }
  try {
    return await readRequestText(text, source.name);
  } catch (error) {
    const { findWrongKind } = await import("../kinds/wrong-kind.ts");
    const wrong = error instanceof BadInput ? findWrongKind(text, source.name, "request") : undefined;
    throw wrong === undefined ? error : new BadInput([wrong]);
  }
}
