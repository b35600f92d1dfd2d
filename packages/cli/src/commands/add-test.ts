import type { Command } from "commander";
import type { Io } from "../io.ts";
import { addGeneralOptions, type GeneralOptions } from "./general-options.ts";
import type { ProgramResult } from "./program-result.ts";
import { addTestOptions, TEST_FORMATS, type TestOptions } from "./test-options.ts";
import { withOuter } from "./with-outer.ts";

const NOTES = `
A test is a request and what must hold of its explanation:

  version: 1
  catalog: ./models.yaml
  tests:
    - name: bulk translation stays cheap
      request: { hints: [{ name: haiku }], costPriority: 0.9 }
      expect: { pick: anthropic/claude-haiku-4-5, max_cost_usd: 0.01 }

Expectations: pick, match, not, one_of, excluded, max_cost_usd, rank_before,
no_pick.

Exit status:
  0  all expectations hold
  1  an expectation failed
  2  bad input or usage; nothing was run

Examples:
  route-explain test routing.yaml
  route-explain test tests/*.yaml --format junit > report.xml`;

/** Adds `route-explain test FILE…`. */
export function addTest(program: Command, io: Io, result: ProgramResult): void {
  const command = program
    .command("test")
    .description("Run routing expectations written in YAML")
    .argument("<FILE...>", "YAML files of tests");
  addTestOptions(command);
  addGeneralOptions(command)
    .addHelpText("after", NOTES)
    .action(async (files: string[], options: TestOptions & GeneralOptions) => {
      const { test } = await import("./test.ts");
      result.exitCode = await test(files, withOuter(options, program.opts(), TEST_FORMATS), io);
    });
}
