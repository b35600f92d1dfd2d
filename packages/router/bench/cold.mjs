// Cold: what is paid once. Making a router, its first requests, and the first request of each kind (a hint or a size that
// was not seen before). Each trial has a new router; medians in milliseconds.
import { createRouter } from "@modelpref/router";
import { consume, median, millisecondsOf } from "./measure.mjs";
import { createNaiveRouter } from "./naive.mjs";
import { USUAL, withNewHint, withNewKind, withNewSize } from "./requests.mjs";

/** Times of first requests over one catalog. */
export function measureCold(catalog, { trials, kinds }) {
  const all = Array.from({ length: trials }, () => tryOnce(catalog, kinds));
  const medians = Object.keys(all[0]).map((name) => [name, median(all.flatMap((trial) => trial[name]))]);
  return Object.fromEntries(medians);
}

function tryOnce(catalog, kinds) {
  globalThis.gc();
  let router = { pick: () => undefined, explain: () => undefined };
  const create = millisecondsOf(() => {
    router = createRouter(catalog);
  });
  const pick = (request) => millisecondsOf(() => consume(router.pick(request)));
  const explain = (request) => millisecondsOf(() => consume(router.explain(request, { top: 4 })));
  const [firstUnhinted, firstHinted] = [pick({}), pick(USUAL)];
  const naive = createNaiveRouter(catalog);
  const numbers = Array.from({ length: kinds }, (_, index) => index);
  // Picks and explanations take turns, each with kinds of its own.
  const pairs = numbers.map((number) => ({
    newKind: pick(withNewKind(4 * number)),
    explainNewKind: explain(withNewKind(4 * number + 1)),
    newHint: pick(withNewHint(4 * number + 2)),
    explainNewHint: explain(withNewHint(4 * number + 3)),
    newSize: pick(withNewSize(10_000 + 2 * number)),
    explainNewSize: explain(withNewSize(10_000 + 2 * number + 1)),
    naiveNewKind: millisecondsOf(() => consume(naive.pick(withNewKind(4 * number)))),
  }));
  const ofPairs = Object.keys(pairs[0]).map((name) => [name, pairs.map((pair) => pair[name])]);
  return {
    create: [create],
    firstUnhinted: [firstUnhinted],
    firstHinted: [firstHinted],
    createAndNames: [create + firstUnhinted + firstHinted],
    ...Object.fromEntries(ofPairs),
  };
}
