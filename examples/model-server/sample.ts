/** Gives numbers from 0 to 1, 1 excluded. */
export type Chance = () => number;

/** Chance that is the same for the same text and seed: the same request gets the same answer. */
export function seededChance(text: string, seed: number): Chance {
  // A hash to begin with (FNV-1a), then a linear congruential generator: poor for science, good for stories.
  let state = seed ^ 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16_777_619);
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Draws one of the counted tokens: at temperature 0 the most frequent, at 1 each as often as it was counted. */
export function sample(counts: ReadonlyMap<string, number>, temperature: number, chance: Chance): string | undefined {
  const most = Math.max(...counts.values());
  if (temperature === 0) return [...counts].find(([, count]) => count === most)?.[0];
  const weights = [...counts].map(([token, count]) => [token, (count / most) ** (1 / temperature)] as const);
  let rest = chance() * weights.reduce((sum, [, weight]) => sum + weight, 0);
  return weights.find(([, weight]) => {
    rest -= weight;
    return rest <= 0;
  })?.[0];
}
