import levenshtein from "fast-levenshtein";

/** Longer words are not compared: nobody mistypes one. */
const LONGEST_WORD = 64;
/** More candidates are not compared, so that a file full of errors is still read in seconds. */
const MOST_CANDIDATES = 300;

/** Shorter words begin too many others. */
const SHORTEST_BEGINNING = 3;

/**
 * The candidate that a word was probably meant to be: at most one letter in three is wrong, or else it is the only one
 * that the word begins. Case does not count, nor - or _.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const compared = firstOf(candidates);
  return mostSimilar(fold(word), compared) ?? onlyLonger(fold(word), compared);
}

/** Finds what a word was probably meant to be. */
export type Suggest = typeof closest;

/** Words of one kind that get a suggestion; nobody reads more, and each costs a comparison with hundreds of names. */
const MOST_WORDS = 100;

/** `closest` for the first hundred words it is asked about: a file of 20,000 wrong names takes no seconds. */
export function suggestFew(): Suggest {
  let left = MOST_WORDS;
  return (word, candidates) => (left-- > 0 ? closest(word, candidates) : undefined);
}

function firstOf(candidates: Iterable<string>): string[] {
  const first: string[] = [];
  for (const candidate of candidates) {
    if (first.length === MOST_CANDIDATES) break;
    first.push(candidate);
  }
  return first;
}

function mostSimilar(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let smallest = Math.floor(word.length / 3) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= smallest) continue;
    const distance = levenshtein.get(word, fold(candidate));
    if (distance < smallest) [best, smallest] = [candidate, distance];
  }
  return best;
}

function onlyLonger(word: string, candidates: readonly string[]): string | undefined {
  if (word.length < SHORTEST_BEGINNING) return undefined;
  const longer = candidates.filter((candidate) => fold(candidate).startsWith(word));
  return longer.length === 1 ? longer[0] : undefined;
}

function fold(word: string): string {
  return word.toLowerCase().replaceAll("-", "_");
}
