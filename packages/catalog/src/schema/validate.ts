import type { z } from "zod";
import type { CatalogProblem } from "../problems/problem.ts";
import { problemAt } from "../problems/source-text.ts";
import type { YamlFile } from "../yaml/read-yaml.ts";
import { type CatalogFile, catalogSchema } from "./catalog.ts";
import { explainIssue } from "./explain-issue.ts";
import { expectationOf } from "./words.ts";

type Issue = z.core.$ZodIssue;

/** Checks the data of a file against the format, and gives it typed where all of it fits. */
export function validate(file: YamlFile): { content?: CatalogFile; problems: readonly CatalogProblem[] } {
  const parsed = safeParse(file.data);
  if (parsed === "too many problems") return { problems: [tooMany(file)] };
  if (parsed.success) return { content: parsed.data, problems: [] };
  return { problems: firstOfEach(parsed.error.issues).flatMap((issue) => explainIssue(issue, file)) };
}

function safeParse(data: unknown): ReturnType<typeof catalogSchema.safeParse> | "too many problems" {
  try {
    return catalogSchema.safeParse(data, { error: expectationOf });
  } catch (error) {
    // Zod hands lists of issues on as arguments, and V8 takes some 100,000 of these.
    if (error instanceof RangeError) return "too many problems";
    throw error;
  }
}

/** The first issue of each value. Zod measures a list where it expects text, and would say both. */
function firstOfEach(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter(({ code, path }) => {
    if (code === "unrecognized_keys") return true;
    const place = JSON.stringify(path);
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}

function tooMany({ source }: YamlFile): CatalogProblem {
  const message = "more than 100,000 values do not fit the catalog format; is this file a catalog?";
  return problemAt(source, [0, 1], [], { code: "too-many-problems", message });
}
