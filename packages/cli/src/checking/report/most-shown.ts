/** Findings beyond this many are counted. */
const MOST_SHOWN = 50;

/** The findings that people are shown, and how many more there are. */
export function cut<Finding>(findings: readonly Finding[]): [shown: readonly Finding[], hidden: number] {
  return [findings.slice(0, MOST_SHOWN), Math.max(0, findings.length - MOST_SHOWN)];
}
