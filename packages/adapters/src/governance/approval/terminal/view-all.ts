import { quoted } from "../words/lines.ts";
import type { Terminal } from "./terminal.ts";

/** Characters that a terminal is given at once; the editor takes the rest. */
const MOST = 200_000;

/** Shows all of a text. Gives no reply: the question stays. */
export function viewAll(text: string, { show, columns }: Terminal): undefined {
  show(["", ...quoted(text.slice(0, MOST), columns)]);
  if (text.length > MOST) show([`  (these are ${MOST} of ${text.length} characters; e shows all in your editor)`]);
}
