import { tellQuietly } from "../../../handler/tell-quietly.ts";
import { addDecision } from "./add-decision.ts";
import { type Decision, isAboutSame, isInForce, renew } from "./decision.ts";
import type { DecisionProblem } from "./decision-problem.ts";
import { type DecisionsRead, readDecisions } from "./read-decisions.ts";
import { LARGEST, readText } from "./read-text.ts";
import { replaceText } from "./replace-text.ts";

/** Times that a decision is added anew because somebody changed the file meanwhile. */
const MOST_TRIES = 5;

type Read = DecisionsRead & { text: string };

/**
 * The remembered decisions: of a file, which is read again before every question, and of this process where there is no file
 * or it cannot be written.
 */
export class Decisions {
  readonly #file: string | undefined;
  readonly #tell: (problem: DecisionProblem) => void;
  #ofProcess: Decision[] = [];
  #last: Read | undefined;
  #told = "";
  #writing: Promise<unknown> = Promise.resolve();

  constructor(file: string | undefined, tell: (problem: DecisionProblem) => void) {
    this.#file = file;
    this.#tell = tell;
  }

  /** The decisions in force now; undefined where the file has something wrong, so that nobody knows what it says. */
  async inForce(now: number = Date.now()): Promise<readonly Decision[] | undefined> {
    const read = this.#file === undefined ? undefined : await this.#read(this.#file);
    if (read?.problems !== undefined) return undefined;
    return [...(read?.decisions ?? []), ...this.#ofProcess].filter((decision) => isInForce(decision, now));
  }

  /** Remembers a decision: in the file, else in this process, and then the user is told. Never rejects. */
  async remember(decision: Decision): Promise<void> {
    const file = this.#file;
    if (file === undefined) return this.#keep(decision);
    // One after the other: each makes the new text from the one that the last one wrote.
    this.#writing = this.#writing.then(() => this.#write(file, decision));
    await this.#writing;
  }

  async #write(file: string, decision: Decision): Promise<void> {
    try {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const read = await this.#read(file);
        // What the user wrote there is left as it is.
        if (read.problems !== undefined) return this.#keep(decision);
        if (await replaceText(file, read.text, addDecision(read, decision))) return;
      }
      throw new Error("it changes all the time");
    } catch (error) {
      this.#keep(decision);
      const message = `cannot be written (${codeOf(error)}); the decision counts until this program ends`;
      this.#tellOnce([{ code: "unwritable", file, message }]);
    }
  }

  async #read(file: string): Promise<Read> {
    try {
      const text = await readText(file);
      if (text === undefined)
        return this.#unread({ code: "too-large", file, message: `expected at most ${LARGEST} bytes` });
      if (text !== this.#last?.text) this.#last = { ...readDecisions(text, file), text };
      const { problems } = this.#last;
      if (problems !== undefined) this.#tellOnce(problems);
      return this.#last;
    } catch (error) {
      const message = `cannot be read (${codeOf(error)}); every request is asked about`;
      return this.#unread({ code: "unreadable", file, message });
    }
  }

  #unread(problem: DecisionProblem): Read {
    this.#tellOnce([problem]);
    return { problems: [problem], text: "" };
  }

  #keep(decision: Decision): void {
    const older = this.#ofProcess.find((each) => isAboutSame(each, decision));
    this.#ofProcess = [...this.#ofProcess.filter((each) => each !== older), renew(older, decision)];
  }

  /** The same problems again are no news. */
  #tellOnce(problems: readonly DecisionProblem[]): void {
    const said = JSON.stringify(problems);
    if (said === this.#told) return;
    this.#told = said;
    for (const problem of problems) tellQuietly(() => this.#tell(problem));
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "code" in error ? String(error.code) : error.message;
}
