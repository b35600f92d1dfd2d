import { estimateTokenCount } from "tokenx";

/**
 * The most characters of a request that are read; the rest is extrapolated. The estimator takes 0.1 to 0.3 µs
 * a character, so 10 MB would block for up to three seconds, and its patterns overflow on longer texts.
 */
export const CHARACTERS_READ = 500_000;

/** One token in four characters, the usual rule: a blank beginning must not make the rest count nothing. */
const LEAST_TOKENS_PER_CHARACTER = 0.25;

/**
 * An estimate of the tokens of texts, read in their order: the first `CHARACTERS_READ` characters by tokenx, the
 * rest at the rate of what was read. Another text at the end never lowers it; nor anywhere, while all is read.
 */
export function textTokens(texts: Iterable<string>): number {
  let tokens = 0;
  let read = 0;
  let unread = 0;
  for (const text of texts) {
    const beginning = text.slice(0, CHARACTERS_READ - read);
    tokens += estimateTokenCount(beginning);
    read += beginning.length;
    unread += text.length - beginning.length;
  }
  if (unread === 0) return tokens;
  return tokens + Math.ceil(unread * Math.max(tokens / read, LEAST_TOKENS_PER_CHARACTER));
}
