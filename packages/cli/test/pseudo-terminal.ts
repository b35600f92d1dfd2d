import { fileURLToPath } from "node:url";
import { runOnTerminal as run, type Size, type Step } from "../../adapters/test/kit/pseudo-terminal.ts";

export { noTerminal } from "../../adapters/test/kit/pseudo-terminal.ts";

const BIN = fileURLToPath(new URL("../dist/bin.js", import.meta.url));

/** Runs the built command in a folder, on a terminal at which somebody takes these steps. */
export function runOnTerminal(
  folder: string,
  argv: readonly string[],
  steps: readonly Step[],
  size?: Size,
): Promise<{ screen: string; exitCode: number }> {
  return run(folder, [process.execPath, BIN, ...argv].join(" "), steps, { size });
}
