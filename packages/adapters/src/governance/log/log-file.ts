import { type FileHandle, open } from "node:fs/promises";

/** Characters that wait to be written, and that are written at once. More than the first means that the disk hangs. */
const MOST_WAITING = 16 * 1024 * 1024;
const MOST_AT_ONCE = 64 * 1024;
const LINE_END = 0x0a;

/**
 * A file that lines are added to, by as many processes as there are. Each time it is opened anew, so that it can be moved
 * away, and lines that wait are written at once. Nobody waits for it; what cannot be written is lost, and told once.
 */
export class LogFile {
  readonly #file: string;
  readonly #warn: (error: unknown) => void;
  readonly #waiting: string[] = [];
  #size = 0;
  #writing: Promise<void> | undefined;

  constructor(file: string, warn: (error: unknown) => void) {
    this.#file = file;
    this.#warn = warn;
  }

  /** Takes a line, its end with it. */
  add(line: string): void {
    if (this.#size + line.length > MOST_WAITING) {
      this.#warn(new Error("too many lines wait to be written"));
      return;
    }
    this.#waiting.push(line);
    this.#size += line.length;
    this.#writing ??= this.#write();
  }

  /** Resolves when all lines so far are written, or lost. */
  async flush(): Promise<void> {
    await this.#writing;
  }

  async #write(): Promise<void> {
    // Lines of the same moment go together.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const lines = this.#take();
      await append(this.#file, lines).catch(this.#warn);
      this.#size -= lines.length;
    }
    this.#writing = undefined;
  }

  #take(): string {
    let size = 0;
    const count = this.#waiting.findIndex((line) => {
      const isFull = size > 0 && size + line.length > MOST_AT_ONCE;
      size += line.length;
      return isFull;
    });
    return this.#waiting.splice(0, count < 0 ? this.#waiting.length : count).join("");
  }
}

/**
 * Adds whole lines. Where a full disk or a killed process left half of one, they begin on a new line; so they do, behind an
 * empty one, where another process is just writing.
 */
async function append(file: string, lines: string): Promise<void> {
  const handle = await open(file, "a+", 0o600);
  try {
    const start = (await endsInLine(handle)) ? "\n" : "";
    // One write: lines of several processes do not mix.
    await handle.appendFile(start + lines);
  } finally {
    await handle.close();
  }
}

async function endsInLine(handle: FileHandle): Promise<boolean> {
  const { size } = await handle.stat();
  if (size === 0) return false;
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] !== LINE_END;
}
