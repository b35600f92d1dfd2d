import { spawn, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Streams } from "./terminal.ts";

/** Time that an editor gets to clear up when nobody waits for it any more. */
const GRACE_MS = 1000;
/** Out of the second screen that editors draw on, and the cursor back. */
const LEAVE_SCREEN = "\u001b[?1049l\u001b[?25h";

/**
 * Lets a person edit a text in their editor, in a file that only they may read and that is removed afterwards.
 * @throws Error where the editor cannot be run or fails, and the signal's reason where that ends first
 */
export async function editText(text: string, editor: string, streams: Streams, signal: AbortSignal): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "modelpref-"));
  const forget = (): void => rmSync(folder, { recursive: true, force: true });
  process.once("exit", forget);
  try {
    const file = join(folder, "edit.yaml");
    await writeFile(file, text, { mode: 0o600, flag: "wx" });
    await runEditor(editor, file, streams, signal);
    return await readFile(file, "utf8");
  } finally {
    forget();
    process.off("exit", forget);
  }
}

async function runEditor(editor: string, file: string, { input, output }: Streams, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const stdio = [input, output, output];
  // The shell reads the arguments that people keep in $EDITOR; the file's name is no part of its text.
  const child =
    process.platform === "win32"
      ? spawn(`${editor} "${file}"`, { shell: true, stdio })
      : spawn("sh", ["-c", `exec ${editor} "$1"`, "sh", file], { stdio });
  const ended = new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  const stop = (): void => {
    child.kill();
    setTimeout(() => child.kill("SIGKILL"), GRACE_MS).unref();
  };
  // Ctrl-C belongs to the editor now.
  const ignore = (): void => {};
  process.on("SIGINT", ignore);
  signal.addEventListener("abort", stop, { once: true });
  try {
    const code = await ended;
    if (signal.aborted) restore({ input, output });
    signal.throwIfAborted();
    if (code !== 0) throw new Error(`the editor ended with ${code ?? "a signal"}: ${editor}`);
  } finally {
    signal.removeEventListener("abort", stop);
    process.off("SIGINT", ignore);
  }
}

/** A terminal as a stopped editor may have left it, usable again. */
function restore({ input, output }: Streams): void {
  output.write(LEAVE_SCREEN);
  spawnSync("stty", ["sane"], { stdio: [input, "ignore", "ignore"] });
}
