// The rule of the catalog's facts: a fact holds when at least two sources agree and no other answer has as many voices.

/**
 * @param {Map<string, unknown>} said what each source says; undefined is no voice
 * @returns {{ outcome: "agreed" | "alone" | "conflict" | "silent", value?: unknown, voices: string[], outvoted: boolean }}
 * `voices` are those of the winning answer, in the order of `said`; `outvoted`: another answer lost
 */
export function vote(said) {
  const answers = new Map();
  for (const [voice, value] of said) {
    if (value === undefined) continue;
    const answer = answers.get(JSON.stringify(value)) ?? { value, voices: [] };
    answer.voices.push(voice);
    answers.set(JSON.stringify(value), answer);
  }
  const [first, second] = [...answers.values()].sort((one, other) => other.voices.length - one.voices.length);
  if (first === undefined) return { outcome: "silent", voices: [], outvoted: false };
  if (second === undefined && first.voices.length === 1) return { outcome: "alone", ...first, outvoted: false };
  if (first.voices.length < 2 || first.voices.length === second?.voices.length) {
    return { outcome: "conflict", voices: [], outvoted: false };
  }
  return { outcome: "agreed", ...first, outvoted: second !== undefined };
}
