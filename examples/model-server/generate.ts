import { END, type NgramModel } from "./ngram-model.ts";
import { type Chance, sample } from "./sample.ts";
import { textOf, tokensOf } from "./tokens.ts";

/** How a text is continued. */
export type Wish = { maxTokens: number; temperature: number; stop: readonly string[]; chance: Chance };

/** A text of a model: of how many tokens it is, and why it ended. */
export type Generated = { text: string; tokens: number; finish: "stop" | "length" };

/** Continues a text from its last words that the model knows, until a paragraph ends. */
export function generate(model: NgramModel, prompt: string, { maxTokens, temperature, stop, chance }: Wish): Generated {
  const read = contextOf(model, prompt);
  const tokens: string[] = [];
  while (tokens.length < maxTokens) {
    const followers = model.followers(read);
    const token = sample(tokens.length === 0 ? wordsOf(followers) : followers, temperature, chance);
    if (token === undefined || token === END) return { text: textOf(tokens), tokens: tokens.length, finish: "stop" };
    tokens.push(token);
    read.push(token);
    const stopped = beforeStop(tokens, stop);
    if (stopped !== undefined) return { text: stopped, tokens: tokens.length, finish: "stop" };
  }
  return { text: textOf(tokens), tokens: tokens.length, finish: "length" };
}

/** The text before the first stop sequence in it. */
function beforeStop(tokens: readonly string[], stop: readonly string[]): string | undefined {
  if (stop.length === 0) return undefined;
  const text = textOf(tokens);
  const places = stop.map((mark) => text.indexOf(mark)).filter((place) => place >= 0);
  return places.length === 0 ? undefined : text.slice(0, Math.min(...places));
}

/** The words to go on from. Answers begin with a word: what comes before it, a comma or a new paragraph, is added here. */
function contextOf(model: NgramModel, prompt: string): string[] {
  const known = tokensOf(prompt).filter((token) => model.knows(token));
  const followers = model.followers(known);
  if (known.length > 0 && wordsOf(followers).size > 0) return known;
  const mark = [...followers.keys()].find((token) => token !== END);
  const continued = mark === undefined ? [] : [...known, mark];
  return wordsOf(model.followers(continued)).size > 0 && known.length > 0 ? continued : ["."];
}

/** Those that begin with a letter. */
function wordsOf(followers: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...followers].filter(([token]) => /^\p{L}/u.test(token)));
}
