import { BadInput, type Problem } from "./problem.ts";

/** Does two things that may each find problems, and tells the problems of both. @throws BadInput */
export async function collect<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  const results = await Promise.allSettled([first, second]);
  const problems = results.flatMap((result): readonly Problem[] => {
    if (result.status === "fulfilled") return [];
    if (result.reason instanceof BadInput) return result.reason.problems;
    throw result.reason;
  });
  if (problems.length > 0) throw new BadInput(problems);
  return Promise.all([first, second]);
}
