import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/** How a process ended, and what it printed. */
export type Ended = { exit: number; stdout: string; stderr: string };

/** Longer than any block may take; a block that hangs fails with exit code -1. */
const DEADLINE_MS = 50_000;

/** Runs a program without input, colours or a terminal, and waits for its end. */
export async function runProcess(command: string, args: readonly string[], cwd: string, path = ""): Promise<Ended> {
  const child = spawn(command, args, {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: DEADLINE_MS,
    // Bars are drawn with ASCII characters where the locale is not UTF-8: transcripts show the others.
    env: {
      ...process.env,
      PATH: `${path}:${process.env["PATH"]}`,
      LC_ALL: "C.UTF-8",
      NO_COLOR: "1",
      // No catalog of who runs the tests.
      XDG_CONFIG_HOME: cwd,
      MODELPREF_CATALOG: undefined,
      FORCE_COLOR: undefined,
    },
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? -1));
  });
  const [exit, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { exit, stdout, stderr };
}
