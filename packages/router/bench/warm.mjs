// Warm: the routers have seen every request before. Three mixes: preferences alone, the same with sizes, and single
// requests repeated. Slow contenders get a part of the mix, spread evenly, so that a run ends.
import { createPlainRouter, createRouter } from "@modelpref/router";
import { createFloor } from "./floor.mjs";
import { consume, millisecondsOf, race } from "./measure.mjs";
import { createNaiveRouter } from "./naive.mjs";
import { createMix, createSizedMix, MIX, spread } from "./requests.mjs";

/** Times of all contenders over one catalog, in nanoseconds a request. */
export function measureWarm(catalog, options) {
  const size = catalog.models.length;
  const fast = createRouter(catalog);
  const plain = createPlainRouter(catalog);
  const naive = createNaiveRouter(catalog);
  const [mix, sized] = [createMix(), createSizedMix()];
  const repeated = spread(mix, 16);
  const firstPass = millisecondsOf(() => answerAll(mix, fast.pick)) / mix.length;
  answerAll(sized, fast.pick);
  const floor = createFloor(size);
  const over = (name, requests, answer) => ({
    name,
    calls: requests.length,
    run: () => answerAll(requests, answer),
  });
  const some = (requests, answer) => spread(requests, affordable(requests, answer, options.roundMs * 5));
  const slow = (name, requests, answer) => over(name, some(requests, answer), answer);
  const times = race(
    [
      slow("naive", mix, naive.pick),
      slow("plain", mix, plain.pick),
      over("pick", mix, fast.pick),
      slow("rank3", mix, (request) => firstThree(fast.rank(request))),
      slow("explain4", mix, (request) => fast.explain(request, { top: 4 })),
      slow("explain", mix, fast.explain),
      slow("naiveSized", sized, naive.pick),
      over("pickSized", sized, fast.pick),
      over("naiveRepeated", repeated, naive.pick),
      over("plainRepeated", repeated, plain.pick),
      { name: "pickRepeated", calls: 64 * repeated.length, run: () => repeatEach(repeated, fast.pick) },
      { name: "scan", calls: 1, run: () => consume(floor.scan()) },
      { name: "copy", calls: 1, run: () => consume(floor.copy()) },
    ],
    options,
  );
  return { times, firstPassMs: firstPass, agreement: compareAnswers(mix, fast, naive) };
}

function answerAll(requests, answer) {
  for (const request of requests) consume(answer(request));
}

/** One request at a time, over and over: where a server asks for the same thing again and again. */
function repeatEach(requests, answer) {
  for (const request of requests) {
    for (let repetition = 0; repetition < 64; repetition += 1) consume(answer(request));
  }
}

function firstThree(ranking) {
  let count = 0;
  for (const choice of ranking) {
    consume(choice);
    count += 1;
    if (count === 3) break;
  }
  return count;
}

/** How many requests of a mix fit into a time, found by answering some. */
function affordable(requests, answer, milliseconds) {
  const sample = spread(requests, 4);
  const each = millisecondsOf(() => answerAll(sample, answer)) / sample.length;
  return Math.min(MIX, Math.max(4, Math.round(milliseconds / each)));
}

/** Whether both find a model for the same requests, and how often it is the same one. */
function compareAnswers(requests, fast, naive) {
  const answers = requests.map((request) => [fast.pick(request)?.id, naive.pick(request)?.id]);
  return {
    requests: answers.length,
    bothAnswer: answers.filter(([a, b]) => a !== undefined && b !== undefined).length,
    oneAnswers: answers.filter(([a, b]) => (a === undefined) !== (b === undefined)).length,
    samePick: answers.filter(([a, b]) => a === b).length,
  };
}
