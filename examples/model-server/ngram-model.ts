import { tokensOf } from "./tokens.ts";

/** What follows a context, with how often it did. An empty text stands for the end of a paragraph. */
type Followers = Map<string, number>;

/** The end of a paragraph, where an answer may end too. */
export const END = "";

/**
 * A word-n-gram model: it has counted which token followed which n - 1 tokens, and says for a context how often each
 * token followed. A context it has never met is cut at its front until it has: the last word, then none at all.
 */
export class NgramModel {
  readonly #longestContext: number;
  readonly #followers = new Map<string, Followers>();

  /** Trains on paragraphs. @param n the length of what is counted: 1 counts single words, 2 pairs, 3 triples */
  constructor(n: number, paragraphs: readonly string[]) {
    this.#longestContext = n - 1;
    for (const paragraph of paragraphs) this.#learn([".", ...tokensOf(paragraph), END]);
  }

  /** Whether the word was in the text. */
  knows(token: string): boolean {
    return this.#followers.has(token.toLowerCase()) || this.#longestContext === 0;
  }

  /** The tokens that may come next, and how often they did. */
  followers(context: readonly string[]): ReadonlyMap<string, number> {
    for (let length = Math.min(this.#longestContext, context.length); length >= 0; length--) {
      const found = this.#followers.get(keyOf(context.slice(context.length - length)));
      if (found !== undefined) return found;
    }
    return new Map();
  }

  #learn(tokens: readonly string[]): void {
    for (const [index, token] of tokens.entries()) {
      if (index === 0) continue;
      for (let length = 0; length <= Math.min(this.#longestContext, index); length++)
        this.#count(keyOf(tokens.slice(index - length, index)), token);
    }
  }

  #count(key: string, token: string): void {
    const followers = this.#followers.get(key) ?? new Map<string, number>();
    followers.set(token, (followers.get(token) ?? 0) + 1);
    this.#followers.set(key, followers);
  }
}

/** Contexts are told apart without regard to capitals. */
function keyOf(context: readonly string[]): string {
  return context.join(" ").toLowerCase();
}
