import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { stripVTControlCharacters } from "node:util";

/** Why there is no pseudo-terminal here; nothing where `script` of util-linux, part of every Debian, makes one. */
export function noTerminal(): string | undefined {
  const { error, stdout } = spawnSync("script", ["--version"], { encoding: "utf8" });
  return error === undefined && stdout.includes("util-linux") ? undefined : "no script of util-linux on this machine";
}

/** What somebody at a terminal waits for, and the keys pressed then. */
export type Step = { sees: string; presses: string };

/** Columns and rows of a terminal. */
export type Size = { columns: number; rows: number };

/** What the terminal is like, and what the command finds in its environment. */
type Place = { size?: Size | undefined; environment?: Readonly<Record<string, string>> };

/** Runs a command of the shell in a folder, on a terminal at which somebody takes these steps. */
export async function runOnTerminal(
  folder: string,
  command: string,
  steps: readonly Step[],
  { size = { columns: 80, rows: 40 }, environment = {} }: Place = {},
): Promise<{ screen: string; exitCode: number }> {
  const env = { PATH: process.env["PATH"], TERM: "xterm", LC_ALL: "C.UTF-8", NO_COLOR: "1", ...environment };
  const all = `stty cols ${size.columns} rows ${size.rows}; ${command}`;
  const child = spawn("script", ["--quiet", "--return", "--flush", "--command", all, "/dev/null"], {
    cwd: folder,
    env,
  });
  let screen = "";
  let seen = 0;
  const waiting = [...steps];
  const press = (): void => {
    for (let [step] = waiting; step !== undefined; [step] = waiting) {
      const at = screen.indexOf(step.sees, seen);
      if (at === -1) return;
      seen = at + step.sees.length;
      waiting.shift();
      child.stdin.write(step.presses);
    }
  };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    screen += stripVTControlCharacters(text);
    press();
  });
  const [exitCode]: number[] = await once(child, "exit");
  return { screen, exitCode: exitCode ?? -1 };
}
