import type { ExcludedModel, Explanation } from "@modelpref/router";
import { compare } from "../../facts/comparison.ts";
import { messagesOf, whyNotFirst } from "../../facts/why-not-first.ts";
import { decisionText } from "../../facts/why-words.ts";
import { fitting } from "../read/fits.ts";
import { pairsOf } from "../read/pairs.ts";
import type { Failure, Judge } from "./failure.ts";

// What a test says of models that need not be picked.

/** Models of a glob that are named; the others are counted. */
const MOST_NAMED = 3;

/** Each of these models cannot serve the request, and this is one of the reasons. */
export const judgeExcluded: Judge = ({ excluded = {} }, explanation) => {
  const out = new Map(explanation.excluded.map((model) => [model.id, model]));
  const ids = [...explanation.ranked.map(({ id }) => id), ...out.keys()];
  return Object.entries(excluded).flatMap(([idOrGlob, code]): Failure[] => {
    const fits = fitting(idOrGlob, ids);
    const wrong = fits.filter((id) => !hasReason(out.get(id), code));
    const [first] = wrong;
    if (first === undefined) return [];
    const found = wrong.slice(0, MOST_NAMED).map((id) => statusOf(id, out.get(id)));
    if (wrong.length > MOST_NAMED) found.push(`and ${wrong.length - MOST_NAMED} more`);
    const among = fits.length > 1 ? `${wrong.length} of ${fits.length} models not so: ` : "";
    const model = out.get(first);
    const because = model === undefined ? placeOf(first, explanation) : messagesOf(model);
    return [
      {
        expectation: "excluded",
        path: ["excluded", idOrGlob],
        expected: `${idOrGlob}: ${code}`,
        received: `${among}${found.join("; ")}`,
        reason: wrong.length > 1 ? `${first}: ${because}` : because,
      },
    ];
  });
};

/** What is true of a model that was expected to be excluded for another reason. */
function statusOf(id: string, model: ExcludedModel | undefined): string {
  return model === undefined ? `${id} is ranked` : `${id}: ${model.reasons.map((one) => one.code).join(", ")}`;
}

/** Both models can serve the request, and the first is ranked before the second. */
export const judgeRankBefore: Judge = (expect, explanation) => {
  const ranked = new Map(explanation.ranked.map((model) => [model.id, model]));
  return pairsOf(expect).flatMap(({ pair, path }) => {
    const [first, second] = pair.map((id) => ranked.get(id));
    if (first !== undefined && second !== undefined && first.rank < second.rank) return [];
    const missing = pair.find((id) => !ranked.has(id));
    const rest = { expectation: "rank_before" as const, path, expected: `${pair[0]} before ${pair[1]}` };
    if (first === undefined || second === undefined) {
      const id = missing ?? "";
      return [{ ...rest, received: `${id} is not ranked`, reason: whyNotFirst(explanation, id) }];
    }
    const received = `number ${first.rank} and number ${second.rank}`;
    return [{ ...rest, received, reason: decisionText(compare(first, second)) }];
  });
};

function hasReason(model: ExcludedModel | undefined, code: string): boolean {
  return model?.reasons.some((reason) => reason.code === code) ?? false;
}

function placeOf(id: string, { ranked }: Explanation): string {
  const rank = ranked.find((model) => model.id === id)?.rank;
  return `It can serve the request, and is number ${rank} of ${ranked.length}.`;
}
