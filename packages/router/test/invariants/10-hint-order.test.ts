import fc from "fast-check";
import { expect } from "vitest";
import type { Choice, Match, ModelHint, RoutingRequest } from "../../src/index.ts";
import { catalog } from "../arbitraries/catalogs.ts";
import { hintName } from "../arbitraries/hint-names.ts";
import { request } from "../arbitraries/requests.ts";
import { CLASSES } from "../oracles/written-order.ts";
import { property } from "../property.ts";

/** Few: where 16 are read, a hint put in could push another one out. */
const fewHints = fc.array(fc.record({ name: hintName }), { minLength: 1, maxLength: 6 });

function withHints(request: RoutingRequest, hints: readonly ModelHint[]): RoutingRequest {
  return { ...request, modelPreferences: { ...request.modelPreferences, hints } };
}

/** The order of matches as the design writes it: pass, then the hint's place, then the class. */
function placeOf(match: Match | null): number {
  if (match === null) return Infinity;
  return (match.pass * 100 + match.hintIndex) * 100 + CLASSES.indexOf(match.class);
}

property(
  "invariant 10, hint order: each model has the best match that the hints find one by one, by pass, hint and class",
  [catalog(), request, fewHints],
  (createRouter, catalog, request, hints) => {
    const router = createRouter(catalog);
    const best = new Map<string, Match>();
    for (const [index, hint] of hints.entries()) {
      for (const { id, match } of router.rank(withHints(request, [hint]))) {
        const found = match && { ...match, hintIndex: index };
        if (found !== null && placeOf(found) < placeOf(best.get(id) ?? null)) best.set(id, found);
      }
    }
    for (const { id, match } of router.rank(withHints(request, hints))) expect(match).toEqual(best.get(id) ?? null);
  },
);

property(
  "invariant 10, hint order: an earlier hint's models come first in their pass, and hinted models before the rest",
  [catalog(), request],
  (createRouter, catalog, request) => {
    const matches = [...createRouter(catalog).rank(request)].map(({ match }) => match);
    const places = matches.map(placeOf);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    for (const match of matches) {
      if (match !== null) expect(request.modelPreferences?.hints?.[match.hintIndex]?.name).toBe(match.hint);
    }
  },
);

property(
  "invariant 10, hint order: an exact hint put first wins",
  [catalog(), request, fc.nat(200), fc.boolean()],
  (createRouter, catalog, request, at, byId) => {
    const router = createRouter(catalog);
    const ranked = [...router.rank(request)];
    const wanted = ranked[at % ranked.length];
    if (wanted === undefined) return;
    const name = byId ? wanted.id : wanted.model;
    const sent = withHints(request, [{ name }, ...(request.modelPreferences?.hints ?? [])]);
    const found = [...router.rank(sent)].filter(({ match }) => match?.class === "exact" && match.hintIndex === 0);
    const pick = router.pick(sent);
    expect(found.map(({ id }) => id)).toContain(wanted.id);
    expect(pick?.match).toEqual({ class: "exact", pass: 0, hintIndex: 0, hint: name });
    if (found.length === 1) expect(pick?.id).toBe(wanted.id);
  },
);

/** What says nothing: no name, nothing to read in it, too much to read. */
const emptyHint = fc.constantFrom<ModelHint[]>(
  {},
  { name: "" },
  { name: " \t" },
  { name: "-/:" },
  { name: "\ud800" },
  { name: "🚀" },
  { name: "???" },
  { name: "claude".repeat(30) },
);

/** The ranking without the place of the hints, which is that in the list as sent. */
function withoutPlaces(choices: Iterable<Choice>): unknown[] {
  return [...choices].map(({ match, ...rest }) => ({ ...rest, match: match && { ...match, hintIndex: 0 } }));
}

property(
  "invariant 10, hint order: blank, nameless, unreadable, unmatched and repeated hints are neutral, wherever they stand",
  [catalog(), request, fewHints, emptyHint, hintName, fc.nat(6), fc.nat(6)],
  (createRouter, catalog, request, hints, empty, other, at, repeated) => {
    const router = createRouter(catalog);
    const plain = withoutPlaces(router.rank(withHints(request, hints)));
    const rankWith = (place: number, hint: ModelHint): unknown[] =>
      withoutPlaces(router.rank(withHints(request, [...hints.slice(0, place), hint, ...hints.slice(place)])));
    expect(rankWith(at, empty)).toEqual(plain);
    const isMatched = [...router.rank(withHints(request, [{ name: other }]))].some(({ match }) => match !== null);
    if (!isMatched) expect(rankWith(at, { name: other })).toEqual(plain);
    const original = repeated % hints.length;
    const again = { name: `${hints[original]?.name} ` };
    expect(rankWith(original + 1 + at, again)).toEqual(plain);
  },
);
