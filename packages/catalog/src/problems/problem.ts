import type { Excerpt } from "./excerpt.ts";

/** What is wrong, to branch on. `file-…`: the file could not be read at all. */
export type CatalogProblemCode =
  | "file-missing"
  | "file-is-folder"
  | "file-unreadable"
  | "file-too-large"
  | "file-binary"
  | "file-not-utf8"
  | "empty"
  | "yaml-syntax"
  | "yaml-control-character"
  | "yaml-nested-too-deep"
  | "yaml-several-documents"
  | "yaml-directive"
  | "yaml-anchor"
  | "yaml-alias"
  | "yaml-tag"
  | "duplicate-key"
  | "unknown-key"
  | "missing-key"
  | "wrong-type"
  | "wrong-value"
  | "out-of-range"
  | "too-many-problems"
  | "duplicate-id"
  | "duplicate-tier"
  | "undeclared-family"
  | "undeclared-source"
  | "unknown-replacement"
  | "unordered-server"
  | "extends-not-a-path"
  | "extends-without-folder"
  | "extends-unreadable"
  | "extends-cycle"
  | "extends-too-deep"
  | "extends-too-many"
  | "unknown-base-model"
  | "base-model-cycle"
  | "too-many-overrides";

/** Where something stands. */
export type Place = {
  /** The file as the caller named it. */
  file: string;
  /** From 1; absent when the file could not be read. */
  line?: number | undefined;
  /** From 1, in UTF-16 code units as editors count; absent when the file could not be read. */
  column?: number | undefined;
  /** The way to the value: `models[0].cost.input`; empty when it is the whole file. */
  path: string;
  /** The source line round the place; absent when the file could not be read. */
  excerpt?: Excerpt | undefined;
};

/** One thing that is wrong with a catalog, and where. */
export type CatalogProblem = Place & {
  code: CatalogProblemCode;
  /** One sentence that holds all that follows. */
  message: string;
  expected?: string | undefined;
  received?: string | undefined;
  /** What was probably meant. */
  suggestion?: string | undefined;
};

/** What a check has to say; its place is added by `problemAt`. */
export type Finding = Pick<CatalogProblem, "code" | "message" | "expected" | "received" | "suggestion">;
