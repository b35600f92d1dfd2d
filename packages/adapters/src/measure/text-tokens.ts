import { estimateTokenCount } from "tokenx";

/**
 * The most characters of a request that are read; the rest is extrapolated. The estimator takes 0.1 to 0.3 µs
 * a character, so 10 MB would block for up to three seconds, and its patterns overflow on longer texts.
 */
export const CHARACTERS_READ = 500_000;

/** One token in four characters, the usual rule: a blank beginning must not make the rest count nothing. */
const LEAST_TOKENS_PER_CHARACTER = 0.25;

/** Blanks count nothing for tokenx, but are not free: no text has fewer tokens than this. */
const MOST_BYTES_PER_TOKEN = 8;

/**
 * What tokenx takes for one token in seven characters, and what large vocabularies make of it (o200k_base and
 * cl100k_base): the dear half of what they say, since a limit on cost must not be slipped past.
 */
const SCRIPTS = [
  // What is no word: hashes, keys, base64.
  { pattern: /[A-Za-z0-9]{32}/, averageCharsPerToken: 1.5 },
  // Hebrew, Arabic, the scripts of India, Thai, and marks that letters are composed with.
  { pattern: /[\u0300-\u036f\u0590-\u0e7f]/, averageCharsPerToken: 1.5 },
  // Lao to Georgian, Ethiopic to Mongolian, and signs that nobody sees.
  { pattern: /[\u0e80-\u10ff\u1200-\u1dff\u200b-\u200f\u2060-\u206f]/, averageCharsPerToken: 0.7 },
  // Pictures.
  { pattern: /[\u{1f000}-\u{1faff}]/u, averageCharsPerToken: 0.5 },
  // Scripts and signs that vocabularies hardly know: almost a token for each byte.
  {
    pattern: /[\ua000-\ua95f\ua980-\uabff\ue000-\uf8ff\u{10000}-\u{1efff}\u{1fb00}-\u{10ffff}]/u,
    averageCharsPerToken: 0.3,
  },
];

/**
 * An estimate of the tokens of texts, read in their order: the first `CHARACTERS_READ` characters by tokenx, the
 * rest at the rate of what was read. Another text at the end never lowers it; nor anywhere, while all is read.
 */
export function textTokens(texts: Iterable<string>): number {
  let estimate = 0;
  let read = 0;
  let bytes = 0;
  let unread = 0;
  for (const text of texts) {
    const beginning = text.slice(0, CHARACTERS_READ - read);
    estimate += estimateTokenCount(beginning, { languageConfigs: SCRIPTS });
    read += beginning.length;
    bytes += Buffer.byteLength(beginning);
    unread += text.length - beginning.length;
  }
  const tokens = Math.max(estimate, Math.floor(bytes / MOST_BYTES_PER_TOKEN));
  if (unread === 0) return tokens;
  return tokens + Math.ceil(unread * Math.max(tokens / read, LEAST_TOKENS_PER_CHARACTER));
}
