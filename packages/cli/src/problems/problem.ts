/** The way from the top of a document to a value: keys and indices. */
export type Path = readonly (string | number)[];

/** What can be wrong with what the user gave. Closed: branch on it. */
type ProblemCode =
  | "missing"
  | "folder"
  | "unreadable"
  | "exists"
  | "unwritable"
  | "too-large"
  | "binary"
  | "not-utf8"
  | "empty"
  | "syntax"
  | "wrong-type"
  | "wrong-value"
  | "unknown-form"
  | "wrong-kind"
  | "unknown-key"
  | "usage"
  | "catalog"
  | "expectation"
  | "list"
  | "unreachable"
  | "changed";

/** A place in a text, both from 1. `source` is its line. */
export type Position = { line: number; column: number; source: string };

/** One thing that is wrong, as data. `formatProblem` makes the words. */
export type Problem = {
  code: ProblemCode;
  /** The file as the user named it, or `<stdin>`; left out for flags. */
  file?: string;
  position?: Position;
  /** Where in the document. */
  path?: Path;
  /** What should stand there. */
  expected?: string;
  /** What stands there, in a short form. */
  received?: string;
  /** The whole of the message where it is not "expected …, received …". */
  message?: string;
  /** What to do. */
  remedy?: string;
  /** The words of a problem in YAML, whose place the catalog package finds and draws (codes "catalog" and "expectation"). */
  formatted?: string;
};

/** The user gave something that cannot be used: exit status 2, one message a problem, no stack trace. */
export class BadInput extends Error {
  override readonly name: string = "BadInput";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message ?? problem.code).join("; "));
    this.problems = problems;
  }
}
