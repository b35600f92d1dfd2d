/** How often each invariant is tried; `npm run invariants -- --runs 20000` tries harder. */
export const RUNS: { numRuns: number } = { numRuns: Number(process.env["INVARIANT_RUNS"] ?? 300) };
