import type { ExcludedModel, Explanation } from "@modelpref/router";
import { describePick } from "@modelpref/router/words";
import { visible } from "../terminal/visible.ts";
import { answerWhy } from "./comparison.ts";
import { decisionText } from "./why-words.ts";

/** Why a model of the catalog is not the pick, in one line; of the pick itself, why it is. Needs the whole ranking. */
export function whyNotFirst(explanation: Explanation, id: string): string {
  const answer = answerWhy(explanation, id);
  switch (answer.kind) {
    case "excluded":
      return `${visible(id)} cannot serve this request: ${messagesOf(answer.model)}`;
    case "only":
      return describePick(explanation);
    case "compared": {
      if (answer.isPick) return describePick(explanation);
      const place = `${visible(id)} is number ${answer.comparison.model.rank} of ${explanation.ranked.length}`;
      return `${place}. ${decisionText(answer.comparison)}`;
    }
  }
}

/** Why a model cannot serve a request, every reason. */
export function messagesOf({ reasons }: ExcludedModel): string {
  return visible(reasons.map(({ message }) => message).join("; "));
}
