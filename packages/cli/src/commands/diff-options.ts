import type { Command } from "commander";
import { oneOf } from "./parsers.ts";

/** The ways to show what a change of the catalog does. */
export const DIFF_FORMATS = ["text", "json", "markdown"] as const;

/** What the flags of `route-explain diff` hold. */
export type DiffOptions = {
  requests?: string;
  format?: (typeof DIFF_FORMATS)[number];
  failOnChange?: boolean;
  verbose?: boolean;
};

/** Adds the flags of `route-explain diff`. */
export function addDiffOptions(command: Command): Command {
  return command
    .optionsGroup("Requests and output:")
    .option("--requests <file>", "a request a line, - for standard input (default: public ones)", String)
    .option("--format <name>", "text, json or markdown (default: text)", oneOf(DIFF_FORMATS))
    .option("--verbose", "as text: every request, reason and change, none only counted")
    .option("--fail-on-change", "end with 1 where a request gets another model");
}
