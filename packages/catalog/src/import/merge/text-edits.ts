// Edits of a YAML text at the places that the yaml package found: every character that no edit touches stays as it is.

import { isMap, isScalar, isSeq, Lexer, type Pair, type ParsedNode, type YAMLMap, type YAMLSeq } from "yaml";
import { itemLines, renderFlow, renderInFlow, renderPair, renderPairs } from "../write/render.ts";

type Splice = { start: number; end: number; text: string };
type ParsedPair = Pair<ParsedNode, ParsedNode | null>;

/** What the lexer of the yaml package puts before the text of a scalar. */
const SCALAR_FOLLOWS = "\u001F";

/** Collects edits of one text, and applies them at once. */
export class TextEdits {
  readonly #text: string;
  readonly #lineEnd: string;
  readonly #splices: Splice[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  }

  /** Gives a pair another value, in place. Comments inside the old value move above the pair. */
  replaceValue(map: YAMLMap.Parsed, key: string, value: unknown): void {
    const pair = findPair(map, key);
    if (pair === undefined) return;
    const [start, end] = [pair.key.range[0], this.#endOf(pair)];
    const comments = commentsIn(this.#text.slice(start, end));
    const indent = this.#columnOf(start);
    const lines = map.flow ? [renderInFlow(key, value)] : renderPair(key, value, indent);
    // Between brackets something may stand before the key on its line.
    const ahead = map.flow && comments.length > 0 ? [""] : [];
    this.#splice(start, end, this.#join([...ahead, ...comments, ...lines], indent));
  }

  /** Adds pairs to a map, before its key `before` where that is not the first. */
  addPairs(map: YAMLMap.Parsed, pairs: readonly (readonly [string, unknown])[], before?: string): void {
    const ahead = map.items.findIndex(({ key }) => isScalar(key) && key.value === before);
    const neighbour = map.items[ahead > 0 ? ahead - 1 : map.items.length - 1];
    if (neighbour === undefined) {
      this.#splice(map.range[0], map.range[1], renderFlow(Object.fromEntries(pairs)));
    } else if (map.flow) {
      const text = pairs.map(([key, value]) => `, ${renderInFlow(key, value)}`).join("");
      this.#splice(this.#endOf(neighbour), this.#endOf(neighbour), text);
    } else {
      const [first] = map.items;
      const indent = this.#columnOf(first?.key.range[0] ?? 0);
      this.#insertAfterLine(this.#endOf(neighbour), renderPairs(pairs, indent), indent);
    }
  }

  /** Adds maps to a list, with the blank line between them that the list has between its last two. */
  addItems(list: YAMLSeq.Parsed, items: readonly (readonly [string, unknown][])[]): void {
    const last = list.items.at(-1);
    if (last === undefined) return;
    const end = this.#contentEnd(last.range[1]);
    if (list.flow) {
      this.#splice(end, end, items.map((pairs) => `, ${renderFlow(Object.fromEntries(pairs))}`).join(""));
      return;
    }
    const indent = this.#columnOf(list.range[0]);
    const before = list.items.at(-2);
    const between = before && this.#text.slice(this.#contentEnd(before.range[1]), last.range[0]);
    const gap = between !== undefined && /\n[ \t]*\r?\n/.test(between) ? [""] : [];
    const lines = items.flatMap((pairs) => [...gap, ...itemLines(pairs, indent)]);
    this.#insertAfterLine(end, lines, indent);
  }

  /** The text with all edits. */
  apply(): string {
    let result = "";
    let at = 0;
    // Equal places keep the order in which they were asked for.
    for (const { start, end, text } of this.#splices.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
      result += this.#text.slice(at, start) + text;
      at = end;
    }
    return result + this.#text.slice(at);
  }

  #splice(start: number, end: number, text: string): void {
    this.#splices.push({ start, end, text });
  }

  #join(lines: readonly string[], indent: number): string {
    return lines
      .map((line, index) => (index === 0 || line === "" ? line : " ".repeat(indent) + line))
      .join(this.#lineEnd);
  }

  /** Inserts lines behind the line that holds an offset, where a comment may end it. */
  #insertAfterLine(offset: number, lines: readonly string[], indent: number): void {
    const newline = this.#text.indexOf("\n", offset);
    const end = newline < 0 ? this.#text.length : newline - (this.#text[newline - 1] === "\r" ? 1 : 0);
    this.#splice(end, end, this.#lineEnd + " ".repeat(lines[0] === "" ? 0 : indent) + this.#join(lines, indent));
  }

  #endOf({ key, value }: ParsedPair): number {
    const isEmpty = value === null || value.range[0] === value.range[1];
    return this.#contentEnd(isEmpty ? key.range[1] : value.range[1]);
  }

  /** Where a node's content ends, without the line ends behind it. */
  #contentEnd(end: number): number {
    return this.#text.slice(0, end).trimEnd().length;
  }

  #columnOf(offset: number): number {
    return offset - (this.#text.lastIndexOf("\n", offset - 1) + 1);
  }
}

/** The comments of a part of a text. */
function commentsIn(part: string): string[] {
  const comments: string[] = [];
  if (!part.includes("#")) return comments;
  let isText = false;
  for (const lexeme of new Lexer().lex(part)) {
    if (!isText && lexeme.startsWith("#")) comments.push(lexeme.trimEnd());
    isText = lexeme === SCALAR_FOLLOWS;
  }
  return comments;
}

/** The pair of a key. */
function findPair(map: YAMLMap.Parsed, key: string): ParsedPair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

/** The map under a key, if there is one. */
export function findMap(map: YAMLMap.Parsed, key: string): YAMLMap.Parsed | undefined {
  const value = findPair(map, key)?.value;
  return isMap(value) ? value : undefined;
}

/** The list under a key, if there is one. */
export function findList(map: YAMLMap.Parsed, key: string): YAMLSeq.Parsed | undefined {
  const value = findPair(map, key)?.value;
  return isSeq(value) ? value : undefined;
}
