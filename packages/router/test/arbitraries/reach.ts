import type { Explanation, MatchClass, RankedModel, ReasonCode, Router, RoutingRequest } from "../../src/index.ts";
import { decidingPart, factsOf, KEY_PARTS, type KeyPart, writtenKey } from "../oracles/written-order.ts";
import { PRIORITY } from "../priority-names.ts";

/** What some requests had in them: how often each match class, each reason, each part of the key that decided… */
export type Reach = {
  requests: number;
  servable: number;
  /** Of these, requests whose pick is another one when one of the priorities is 0 or 1. */
  movable: number;
  models: Map<number, number>;
  classes: Map<MatchClass | "none", number>;
  codes: Map<ReasonCode, number>;
  /** The part of the key by which a model comes before the next. */
  decided: Map<KeyPart, number>;
  picksDecided: Map<KeyPart, number>;
  whatIfs: number;
};

/** Nothing seen yet. */
export function emptyReach(): Reach {
  return {
    ...{ requests: 0, servable: 0, movable: 0, whatIfs: 0 },
    ...{ models: new Map(), classes: new Map(), codes: new Map(), decided: new Map(), picksDecided: new Map() },
  };
}

/** Adds one request to what was seen. */
export function observe(reach: Reach, router: Router, request: RoutingRequest): void {
  const explanation = router.explain(request);
  const { ranked, excluded, whatIf } = explanation;
  reach.requests += 1;
  reach.servable += ranked.length > 0 ? 1 : 0;
  reach.movable += isMovable(router, request, explanation) ? 1 : 0;
  reach.whatIfs += whatIf.length;
  count(reach.models, [explanation.catalog.models]);
  const classes = ranked.map(({ match }) => match?.class ?? "none");
  const parts = decidingParts(ranked);
  count(reach.classes, classes);
  count(
    reach.codes,
    excluded.flatMap(({ reasons }) => reasons.map(({ code }) => code)),
  );
  count(reach.decided, parts);
  count(reach.picksDecided, parts.slice(0, 1));
}

/** For each model but the last, what puts it before the next. */
function decidingParts(ranked: readonly RankedModel[]): KeyPart[] {
  const keys = ranked.map((model) => writtenKey(factsOf(model)));
  return keys.slice(1).flatMap((key, index) => KEY_PARTS[decidingPart(keys[index] ?? [], key)] ?? []);
}

function isMovable(router: Router, request: RoutingRequest, { pick }: Explanation): boolean {
  return Object.values(PRIORITY).some((name) =>
    [0, 1].some((priority) => {
      const modelPreferences = { ...request.modelPreferences, [name]: priority };
      return (router.pick({ ...request, modelPreferences })?.id ?? null) !== pick;
    }),
  );
}

function count<Key>(counts: Map<Key, number>, keys: readonly Key[]): void {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
}
