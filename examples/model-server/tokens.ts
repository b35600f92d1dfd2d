/** A text as the models read it: words and marks. Each is one token. */
export function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}'’_-]+|[^\s\p{L}\p{N}]/gu) ?? [];
}

/** Tokens as text again: marks stand close to the word before them. */
export function textOf(tokens: readonly string[]): string {
  return tokens.map((token, index) => (index === 0 || /^[.,:;!?)]$/.test(token) ? token : ` ${token}`)).join("");
}
