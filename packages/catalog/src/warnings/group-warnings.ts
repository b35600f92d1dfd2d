import { append } from "./append.ts";
import type { CatalogWarning, CatalogWarningCode } from "./warning.ts";

/** More equal warnings than this become one. */
const MOST_APART = 3;
/** Subjects that it names. */
const MOST_NAMED = 3;

/** What is said of several subjects together. */
const TOGETHER: Readonly<Record<CatalogWarningCode, string>> = {
  "old-fact": "facts are more than 90 days old",
  "future-date": "dates are to come",
  "price-per-token": "prices look like USD per token, expected USD per million tokens",
  "price-too-high": "prices are more than any model ever cost; prices are USD per million tokens, not cents",
  "zero-price": "metered models have a price of 0 in and 0 out, which counts as unknown",
  "override-fits-nothing": "overrides fit no model",
  "removal-fits-nothing": "removals fit no model",
  "allow-fits-nothing": "entries of allow lists fit no model",
  "deny-fits-nothing": "entries of deny lists fit no model",
  "nothing-to-pick": "times no model can be picked",
  "limit-loosened": "limits of a lower layer are loosened",
  "misspelt-id": "new models have nearly the id of one of a lower layer",
  "id-in-other-case": "ids differ from another only in case",
  "alias-of-other-model": "aliases are the name of another model, which a hint finds first",
  "alias-of-other-family": "aliases mean another family than that of their model",
  "retired-leads-nowhere": "retired models have neither replaced_by nor a family",
  "replacement-out-of-use": "models are replaced by one that is retired or removed",
  "unused-family": "families have no model",
  "client-without-share": "weights of your own have no client_share, so they have no say",
  "score-like-share": "scores are between 0 and 1, expected ratings from 0 to 100",
  "never-first": "models are never picked unless a hint finds them or a better one (in brackets) is ruled out",
  "unknown-cost": "models have no known price, which counts as the worst",
  "unknown-intelligence": "models have no known intelligence, which counts as the worst",
  "unknown-speed": "models have no known speed, which counts as the worst",
};

/** The same in the same order, but many warnings of one code become one, at the place of the first: `23 models have no known speed: a, b, c and 20 more`. */
export function groupWarnings(warnings: readonly CatalogWarning[]): CatalogWarning[] {
  const byCode = new Map<CatalogWarningCode, CatalogWarning[]>();
  for (const warning of warnings) append(byCode, warning.code, warning);
  return warnings.flatMap((warning) => {
    const equal = byCode.get(warning.code) ?? [];
    if (equal.length <= MOST_APART) return [warning];
    return equal[0] === warning ? together(equal) : [];
  });
}

function together(equal: readonly CatalogWarning[]): CatalogWarning[] {
  const [first] = equal;
  if (first === undefined) return [];
  const { excerpt: _, ...place } = first;
  const named = equal
    .slice(0, MOST_NAMED)
    .map(({ subject, by }) => (by === undefined ? subject : `${subject} (${by})`));
  const message = `${equal.length} ${TOGETHER[first.code]}: ${named.join(", ")} and ${equal.length - named.length} more`;
  return [{ ...place, path: "", message, count: equal.length }];
}
