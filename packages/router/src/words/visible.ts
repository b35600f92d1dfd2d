/**
 * Controls, format characters (bidi overrides among them), line separators, lone surrogates, what takes no room (variation
 * selectors can carry a hidden text), and a fifth mark stacked on one letter, from which on marks cover other lines.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]|(?<=\p{M}{4})\p{M}/gu;

function escapeCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
  return code.length > 4 ? `\\u{${code}}` : `\\u${code}`;
}

/** The text with every character that could steer a terminal or hide itself replaced. */
export function replaceHidden(text: string, replacement: (character: string) => string): string {
  return text.replace(HIDDEN, replacement);
}

/** The text with every such character written as an escape: `\u001b`. */
export function visible(text: string): string {
  return replaceHidden(text, escapeCharacter);
}

/** The same for text of several lines, whose line ends stay. */
export function visibleLines(text: string): string {
  return text.split("\n").map(visible).join("\n");
}
