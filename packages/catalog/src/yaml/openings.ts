/** What the lexer of the yaml package says where brackets end because the indent does. */
const BRACKETS_END = "\u0018";

/** A quote or a bracket and where it stands. */
type Opening = { sign: string; offset: number };

const OPENING_OF: ReadonlyMap<string, string> = new Map([
  ["]", "["],
  ["}", "{"],
  ['"', '"'],
  ["'", "'"],
]);

/** Remembers quotes and brackets that are not closed: there is the mistake, not at the end of the file. */
export class Openings {
  readonly #open: Opening[] = [];
  readonly #unclosed: Opening[] = [];

  /** Takes the lexemes of a text one by one. */
  add(lexeme: string, offset: number): void {
    if (lexeme === BRACKETS_END) this.end();
    else if (lexeme === "[" || lexeme === "{") this.#open.push({ sign: lexeme, offset });
    else if (lexeme === "]" || lexeme === "}") this.#close(lexeme);
    else if (isOpenQuote(lexeme)) this.#unclosed.push({ sign: lexeme.charAt(0), offset });
  }

  /** A bracket of another kind closes none: the one inside it was forgotten. */
  #close(closing: string): void {
    const partner = this.#open.findLastIndex(({ sign }) => sign === OPENING_OF.get(closing));
    if (partner < 0) return;
    this.#unclosed.push(...this.#open.splice(partner + 1));
    this.#open.pop();
  }

  /** The text ends: what is open stays so. */
  end(): void {
    this.#unclosed.push(...this.#open.splice(0));
  }

  /** The place of the last opening before an offset that lacks a closing sign. */
  find(closing: string, before: number): number | undefined {
    const sign = OPENING_OF.get(closing);
    return this.#unclosed.findLast((opening) => opening.sign === sign && opening.offset < before)?.offset;
  }
}

function isOpenQuote(lexeme: string): boolean {
  const quote = lexeme.charAt(0);
  return (quote === '"' || quote === "'") && (lexeme.length === 1 || !lexeme.endsWith(quote));
}
