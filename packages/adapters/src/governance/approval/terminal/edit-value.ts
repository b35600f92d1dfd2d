import { visible } from "@modelpref/router/words";
import { toEditable } from "./editable.ts";
import { editText } from "./editor.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Lets a person edit a value, until it is one that can be used; undefined where they leave it as it is, or the editor fails.
 * `check` gives what is edited as it is used. @throws the signal's reason
 */
export async function editValue<Value>(
  value: Value,
  heading: string,
  { terminal, editor, check }: { terminal: Terminal; editor: string; check: (edited: unknown) => Value },
): Promise<Value | undefined> {
  const editable = toEditable(value, heading);
  let text = editable.text;
  for (;;) {
    try {
      const edited = await editText(text, editor, terminal, terminal.signal);
      if (edited === editable.text) return undefined;
      text = edited;
    } catch (error) {
      terminal.signal.throwIfAborted();
      return void terminal.show([`Nothing was changed: ${visible(messageOf(error))}`]);
    }
    try {
      return check(editable.read(text));
    } catch (error) {
      terminal.show([`That cannot be sent: ${visible(messageOf(error))}`]);
      const again = await terminal.readLine("e edits it again, anything else leaves it as it was: ");
      if (again?.trim() !== "e") return undefined;
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
