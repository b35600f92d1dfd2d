import type { Choice } from "@modelpref/router";
import type { Exchange } from "../../handler/exchange.ts";

/** What explanations say of models that would come first. */
const KEEPS_ANOTHER = "the conversation keeps another model";

/**
 * The exchange with a model first that another request of the conversation had: by setting aside the models above it. Only
 * those that differ in score: a hint that finds another model better goes before (R17, R18), and a model that may not serve
 * the request is not in its ranking. Whoever edits the request has the whole ranking again.
 */
export function keepModel(exchange: Exchange, id: string): Exchange {
  const above = new Map<string, string>();
  let best: Choice | undefined;
  for (const choice of exchange.ranking) {
    best ??= choice;
    if (!isPeer(choice, best)) return exchange;
    if (choice.id === id)
      return above.size === 0 ? exchange : { ...exchange.without(above), withParams: exchange.withParams };
    above.set(choice.id, KEEPS_ANOTHER);
  }
  return exchange;
}

/** Whether only priorities decide between two models (design section 4). */
function isPeer(a: Choice, b: Choice): boolean {
  return (
    a.match?.pass === b.match?.pass &&
    a.match?.hintIndex === b.match?.hintIndex &&
    a.match?.class === b.match?.class &&
    a.outputShortfall === b.outputShortfall
  );
}
