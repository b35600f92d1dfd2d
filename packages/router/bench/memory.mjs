// Memory: bytes a model, the most that requests can make a router remember, and whether picks leave anything behind.
import { createRouter } from "@modelpref/router";
import { bytesInUse, consume, millisecondsOf } from "./measure.mjs";
import { createMix, hostile, USUAL } from "./requests.mjs";

/** Bytes a model that a router adds to the catalog's own objects: when made, and after a first request with a hint. */
export function measureMemory(catalog) {
  consume(createRouter(catalog).pick(USUAL)); // the code itself takes memory once
  const before = bytesInUse();
  const router = createRouter(catalog);
  const made = bytesInUse();
  consume(router.pick(USUAL));
  const named = bytesInUse();
  consume(router.pick(USUAL));
  const { length } = catalog.models;
  return { made: (made - before) / length, named: (named - before) / length };
}

/** The most bytes that so many requests, no two alike, made a router remember. */
export function measureHostile(catalog, count, progress) {
  const router = createRouter(catalog);
  consume(router.pick(USUAL));
  const before = bytesInUse();
  const step = Math.ceil(count / 10);
  let most = 0;
  let seconds = 0;
  for (let start = 0; start < count; start += step) {
    const end = Math.min(count, start + step);
    seconds +=
      millisecondsOf(() => {
        for (let number = start; number < end; number += 1) consume(router.pick(hostile(number)));
      }) / 1e3;
    most = Math.max(most, bytesInUse() - before);
    progress(`hostile requests: ${end} of ${count}, at most ${Math.round(most / 1e6)} MB`);
  }
  consume(router.pick(USUAL));
  return { models: catalog.models.length, requests: count, mostBytes: most, seconds };
}

/** Bytes that so many picks of a known mix leave behind. */
export function measureGrowth(catalog, picks) {
  const router = createRouter(catalog);
  const mix = createMix();
  const pickAll = (count) => {
    for (let number = 0; number < count; number += 1) consume(router.pick(mix[number % mix.length]));
  };
  pickAll(20_000);
  const before = bytesInUse();
  pickAll(picks);
  const bytes = bytesInUse() - before;
  consume(router.pick(USUAL));
  return { models: catalog.models.length, picks, bytes };
}
