import { shortenTo } from "./columns.ts";
import { visible } from "./visible.ts";

/** Columns of a quoted text. */
const WIDTH = 40;

/** A text that somebody else chose, in quotes that it cannot end: short, and nothing in it steers a terminal or hides. */
export function quote(text: string): string {
  return `"${shortenTo(visible(text.replace(/["\\]/g, "\\$&")), WIDTH)}"`;
}
