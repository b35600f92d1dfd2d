import { isAlias } from "yaml";
import type { z } from "zod";
import { describeValue } from "../problems/describe-value.ts";
import type { Path } from "../problems/format-path.ts";
import { didYouMean, either, mismatch } from "../problems/mismatch.ts";
import type { CatalogProblem, CatalogProblemCode, Finding } from "../problems/problem.ts";
import { problemAt } from "../problems/source-text.ts";
import { quote } from "../problems/visible.ts";
import { locate, locateKey, type Place } from "../yaml/locate.ts";
import type { YamlFile } from "../yaml/read-yaml.ts";
import { type KnownKeys, knownKeysAt } from "./known-keys.ts";
import { suggestKey } from "./suggest-key.ts";
import { suggestChoice, suggestOfType } from "./suggest-value.ts";

type Issue = z.core.$ZodIssue;

/** More keys than these are not listed in a message. */
const MOST_LISTED = 12;

/** What zod found wrong with a file of a format, as problems in our words and with their places. Its messages are our expectations already. */
export function explainIssue(issue: Issue, file: YamlFile, format: z.core.$ZodType): CatalogProblem[] {
  if (issue.code === "unrecognized_keys") {
    const known = knownKeysAt(issue.path, format);
    return issue.keys.map((key) => keyProblem(file, [...issue.path, key], explainUnknownKey(key, known)));
  }
  if (issue.code === "invalid_key") {
    const expected = issue.issues[0]?.message ?? "another key";
    const received = quote(String(issue.path.at(-1)));
    return [keyProblem(file, issue.path, mismatch("wrong-value", { expected, received }))];
  }
  const place = locate(file.root, issue.path);
  // An alias was refused already, whatever it stands for.
  if (isAlias(place.node)) return [];
  const suggestion = suggestValue(issue, place.node, format);
  return [problemAt(file.source, place.range, issue.path, explainValue(issue, place, suggestion))];
}

function keyProblem(file: YamlFile, path: Path, finding: Finding): CatalogProblem {
  return problemAt(file.source, locateKey(file.root, path), path, finding);
}

function explainUnknownKey(key: string, known: KnownKeys): Finding {
  const expected = `one of ${either([...known.keys()])}`;
  const suggestion = suggestKey(key, known);
  const list =
    suggestion === undefined && known.size <= MOST_LISTED ? `; expected ${expected}` : didYouMean(suggestion);
  return { code: "unknown-key", message: `unknown key${list}`, expected, suggestion };
}

function explainValue(issue: Issue, { node, missing }: Place, suggestion: string | undefined): Finding {
  const expected = issue.message;
  if (missing) return { code: "missing-key", message: `missing; expected ${expected}`, expected };
  return mismatch(codeOf(issue), { expected, received: describeValue(node), suggestion });
}

function codeOf(issue: Issue): CatalogProblemCode {
  if (issue.code === "invalid_type") return "wrong-type";
  const isBound = issue.code === "too_small" || issue.code === "too_big";
  return isBound && issue.origin === "number" ? "out-of-range" : "wrong-value";
}

function suggestValue(issue: Issue, node: Place["node"], format: z.core.$ZodType): string | undefined {
  // What stands alone where a list of maps belongs is no entry of it.
  const isListOfMaps = issue.code === "invalid_type" && knownKeysAt([...issue.path, 0], format).size > 0;
  if (isListOfMaps) return undefined;
  if (issue.code === "invalid_type") return suggestOfType(issue.expected, node);
  return issue.code === "invalid_value" ? suggestChoice(issue.values, node) : undefined;
}
