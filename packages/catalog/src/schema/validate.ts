import type { z } from "zod";
import type { Written } from "../layers/written.ts";
import type { CatalogProblem } from "../problems/problem.ts";
import { problemAt } from "../problems/source-text.ts";
import type { YamlFile } from "../yaml/read-yaml.ts";
import { catalogSchema } from "./catalog.ts";
import { explainIssue } from "./explain-issue.ts";
import { expectationOf } from "./words.ts";

type Issue = z.core.$ZodIssue;

/** Data that fits a schema, or what is wrong with it; "too many" where zod cannot list it all. */
export type Fitting<T> = { data: T; issues: readonly [] } | { data?: undefined; issues: readonly Issue[] | "too many" };

/** What a file holds, typed; or, where not all of it fits its format, the problems. */
export type Validated<Content> = { content?: Content; problems: readonly CatalogProblem[] };

/** Checks the data of a file against the format of catalog files, and gives it where all of it fits. */
export function validate(file: YamlFile): Validated<Written> {
  return validateAs(catalogSchema, file);
}

/** Checks the data of a file against any format. */
export function validateAs<Content>(format: z.ZodType<Content>, file: YamlFile): Validated<Content> {
  const { data, issues } = fitTo(format, file.data);
  if (data !== undefined) return { content: data, problems: [] };
  if (issues === "too many") return { problems: [tooMany(file)] };
  return { problems: issues.flatMap((issue) => explainIssue(issue, file, format)) };
}

/** Checks data against a schema: at most one issue for each value. */
export function fitTo<T>(schema: z.ZodType<T>, data: unknown): Fitting<T> {
  try {
    const parsed = schema.safeParse(data, { error: expectationOf });
    return parsed.success ? { data: parsed.data, issues: [] } : { issues: firstOfEach(parsed.error.issues) };
  } catch (error) {
    // Zod hands lists of issues on as arguments, and V8 takes some 100,000 of these.
    if (error instanceof RangeError) return { issues: "too many" };
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
  const message = "more than 100,000 values do not fit the format; is this the right file?";
  return problemAt(source, [0, 1], [], { code: "too-many-problems", message });
}
