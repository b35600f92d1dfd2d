import type { Screen } from "../../terminal/screen.ts";
import { displayWidth, pad } from "../../terminal/width.ts";
import { wrap } from "../../terminal/wrap.ts";

/** Spaces before everything under a heading. */
export const INDENT = "  ";

/** A heading with what belongs under it, and a word beside it; nothing where there is nothing under it. */
export function section(heading: string, lines: readonly string[], screen: Screen, aside = ""): string[] {
  if (lines.length === 0) return [];
  const title = screen.paint("bold", heading);
  if (aside === "") return ["", title, ...lines];
  const fits = displayWidth(heading) + displayWidth(aside) + 2 <= screen.columns;
  return ["", ...(fits ? [`${title}  ${aside}`] : [title, ...paragraph(aside, screen)]), ...lines];
}

/** A text under a heading, its later lines further in. */
export function paragraph(text: string, screen: Screen): string[] {
  return wrap(text, screen.columns, INDENT, INDENT.repeat(2));
}

/** Lines of "label  text", the labels in one column and the texts wrapped beside them. */
export function labelled(rows: readonly (readonly [string, string])[], screen: Screen): string[] {
  const width = Math.max(0, ...rows.map(([label]) => label.length));
  const beside = `${INDENT}${" ".repeat(width)}  `;
  return rows.flatMap(([label, text]) =>
    wrap(text, screen.columns, beside).map((line, index) =>
      index > 0 ? line : `${INDENT}${screen.paint("gray", pad(label, width))}  ${line.slice(beside.length)}`,
    ),
  );
}

/** A list with a dash before each entry. */
export function bullets(texts: readonly string[], screen: Screen): string[] {
  return texts.flatMap((text) => wrap(text, screen.columns, `${INDENT}- `, `${INDENT}  `));
}
