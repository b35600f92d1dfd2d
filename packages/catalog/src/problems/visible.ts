/** What could steer a terminal or change the order of what is read: control characters, halves of a pair, bidi controls. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** The same text, as long as before, with a visible sign for everything unprintable. A tab becomes a space. */
export function visible(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    if (character === "\t") return " ";
    const code = character.codePointAt(0) ?? 0;
    // The sign of a control character stands 0x2400 above it.
    return code < 0x20 ? String.fromCodePoint(0x2400 + code) : "\uFFFD";
  });
}

const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;
const DOUBLE_WIDTH =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uFF01-\uFF60]/u;

/** The columns a text takes on a terminal. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (!NO_WIDTH.test(character)) columns += DOUBLE_WIDTH.test(character) ? 2 : 1;
  }
  return columns;
}

/** The most characters of a user's text that a message quotes. */
const QUOTED = 40;

/** A user's text in quotes, cut and made visible, so that it can stand in a message. */
export function quote(text: string): string {
  const cut = text.length > QUOTED ? `${text.slice(0, QUOTED - 1)}…` : text;
  return visible(JSON.stringify(cut));
}
