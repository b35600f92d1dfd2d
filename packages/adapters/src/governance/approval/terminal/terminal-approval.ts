import type { Asker } from "../question.ts";
import { askAnswer } from "./ask-answer.ts";
import { askRequest } from "./ask-request.ts";
import { type Streams, type Terminal, withTerminal } from "./terminal.ts";

/** Where and with what a person is asked. */
export type TerminalOptions = Partial<Streams> & {
  /** The command of the editor; default `$VISUAL`, `$EDITOR`, or `vi`. */
  editor?: string | undefined;
};

/**
 * Asks a person at a terminal: who asks the model, what for, which model and why, what it costs. Several questions are asked one
 * after the other; what was typed before a question is no answer to it; Ctrl-C, Ctrl-D and the deadline refuse.
 *
 * @throws TypeError where there is no terminal: nobody could be asked
 */
export function terminalApproval(options: TerminalOptions = {}): Asker {
  const { input = process.stdin, output = process.stderr, editor = defaultEditor() } = options;
  if (!input.isTTY || !output.isTTY)
    throw new TypeError("terminalApproval: expected input and output to be a terminal");
  const streams = { input, output };
  return {
    askRequest: (question, { signal }) =>
      withTerminal(streams, signal, (terminal) => tellEnd(terminal, () => askRequest(question, terminal, editor))),
    askAnswer: (question, { signal }) =>
      withTerminal(streams, signal, (terminal) => tellEnd(terminal, () => askAnswer(question, terminal, editor))),
  };
}

/** A question that nobody waits for any more says so, and goes. */
async function tellEnd<Reply>({ signal, show }: Terminal, question: () => Promise<Reply>): Promise<Reply> {
  try {
    return await question();
  } catch (error) {
    if (signal.aborted) show(["", "No longer asked: there was no reply in time, or the server took its request back."]);
    throw error;
  }
}

function defaultEditor(): string {
  const { env } = process;
  return env["VISUAL"] || env["EDITOR"] || "vi";
}
