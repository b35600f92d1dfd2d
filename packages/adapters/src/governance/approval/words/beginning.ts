import { quoted } from "./lines.ts";

/** Lines and characters that are shown of a text at once. */
const LINES = 12;
const CHARACTERS = 2000;

/** The beginning of somebody's words, and how much more there is. */
export function beginningOf(text: string, columns: number): string[] {
  const lines = quoted(text.slice(0, CHARACTERS), columns);
  const shown = lines.slice(0, LINES);
  if (lines.length <= LINES && text.length <= CHARACTERS) return shown;
  return [...shown, `  (this is the beginning of ${text.length} characters)`];
}
