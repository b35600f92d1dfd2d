import { END, type NgramModel } from "./ngram-model.ts";
import { type Chance, sample } from "./sample.ts";
import { textOf, tokensOf } from "./tokens.ts";

/** How a text is continued. */
export type Wish = { maxTokens: number; temperature: number; stop: readonly string[]; chance: Chance };

/** A text of a model: of how many tokens it is, and why it ended. */
export type Generated = { text: string; tokens: number; finish: "stop" | "length" };

/** Continues a text from its last words that the model knows, until a paragraph ends. */
export function generate(model: NgramModel, prompt: string, { maxTokens, temperature, stop, chance }: Wish): Generated {
  const context = tokensOf(prompt).filter((token) => model.knows(token));
  const tokens: string[] = [];
  while (tokens.length < maxTokens) {
    const followers = tokens.length === 0 ? firstWords(model, context) : model.followers([...context, ...tokens]);
    const token = sample(followers, temperature, chance);
    if (token === undefined || token === END) return { text: textOf(tokens), tokens: tokens.length, finish: "stop" };
    tokens.push(token);
    const text = textOf(tokens);
    const end = Math.min(...stop.map((mark) => text.indexOf(mark)).filter((index) => index >= 0));
    if (end < text.length) return { text: text.slice(0, end), tokens: tokens.length, finish: "stop" };
  }
  return { text: textOf(tokens), tokens: tokens.length, finish: "length" };
}

/** What an answer may begin with: no comma, and not its end. Where only such may follow, a new paragraph begins. */
function firstWords(model: NgramModel, context: readonly string[]): ReadonlyMap<string, number> {
  const wordsAfter = (tokens: readonly string[]): Map<string, number> =>
    new Map([...model.followers(tokens)].filter(([token]) => /^\p{L}/u.test(token)));
  const words = wordsAfter(context);
  return words.size > 0 && context.length > 0 ? words : wordsAfter(["."]);
}
