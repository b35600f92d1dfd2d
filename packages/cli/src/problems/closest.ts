import levenshtein from "fast-levenshtein";

/** At most one change in three letters: more is another word. */
const TOLERANCE = 3;
/** Longer texts are not compared: nobody mistypes one. */
const LONGEST = 128;

/** The candidates that the text may have meant, closest first, without regard to case. */
export function closest(text: string, candidates: Iterable<string>, count = 1): string[] {
  if (text.length > LONGEST) return [];
  const wanted = text.toLowerCase();
  return [...candidates]
    .map((candidate) => ({ candidate, distance: levenshtein.get(wanted, candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance * TOLERANCE <= Math.max(wanted.length, candidate.length))
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}
