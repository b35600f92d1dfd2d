import type { Path } from "@modelpref/catalog/documents";
import type { Limits } from "@modelpref/router";
import { isObject, type JsonObject } from "../../input/checks.ts";
import { type Expect, expectSchema, requestSchema } from "./schema.ts";

/**
 * The parts of a test that can be understood, where others of it or of its file cannot: so that the problems of all are
 * told together.
 */
export type TestParts = {
  /** The way from the top of the file to the test. */
  path: Path;
  name: string | undefined;
  request: JsonObject | undefined;
  /** What names models in the request: ids that cannot be called, and globs of limits. */
  unavailable: readonly string[];
  limits: Limits;
  expect: Expect | undefined;
};

/** The parts of each test of a file. */
export function testParts(data: unknown): TestParts[] {
  const list = isObject(data) ? data["tests"] : undefined;
  if (!Array.isArray(list)) return [];
  return list.flatMap((written: unknown, index) => (isObject(written) ? [partsOf(written, ["tests", index])] : []));
}

function partsOf(written: JsonObject, path: Path): TestParts {
  const { name, request, expect } = written;
  const { unavailable = [], limits = {} } = requestSchema.safeParse(request).data ?? {};
  return {
    path,
    name: typeof name === "string" ? name : undefined,
    request: isObject(request) ? request : undefined,
    unavailable,
    limits,
    expect: expectSchema.safeParse(expect).data,
  };
}
