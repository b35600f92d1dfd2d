import type { ExcludedModel, Explanation } from "@modelpref/router";
import { compare } from "../../facts/comparison.ts";
import { messagesOf, whyNotFirst } from "../../facts/why-not-first.ts";
import { decisionText } from "../../facts/why-words.ts";
import { fitting } from "../read/fits.ts";
import { pairsOf } from "../read/pairs.ts";
import type { Failure, Judge } from "./failure.ts";

// What a test says of models that need not be picked.

/** Each of these models cannot serve the request, and this is one of the reasons. */
export const judgeExcluded: Judge = ({ excluded = {} }, explanation) => {
  const out = new Map(explanation.excluded.map((model) => [model.id, model]));
  const ids = [...explanation.ranked.map(({ id }) => id), ...out.keys()];
  return Object.entries(excluded).flatMap(([idOrGlob, code]) => {
    const wrong = fitting(idOrGlob, ids).filter((id) => !hasReason(out.get(id), code));
    return wrong.map((id): Failure => {
      const model = out.get(id);
      const received =
        model === undefined ? `${id} is ranked` : `${id}: ${model.reasons.map((one) => one.code).join(", ")}`;
      const reason = model === undefined ? placeOf(id, explanation) : messagesOf(model);
      return {
        expectation: "excluded",
        path: ["excluded", idOrGlob],
        expected: `${idOrGlob}: ${code}`,
        received,
        reason,
      };
    });
  });
};

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
