import { shortenTo } from "./columns.ts";
import { visible } from "./visible.ts";

/** Columns of a hint in a sentence. */
const HINT_WIDTH = 40;

/** A hint as it is quoted everywhere: short, unable to end its quotes, and without characters that could steer a terminal. */
export function quoteHint(hint: string): string {
  return `"${shortenTo(visible(hint), HINT_WIDTH).replaceAll('"', '\\"')}"`;
}
