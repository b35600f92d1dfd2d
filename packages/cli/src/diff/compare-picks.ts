import type { Router, RoutingRequest } from "@modelpref/router";
import type { Cause, Change, Estimate, Expected, KeptGroup, PickGroup, Reason, RequestChange } from "./catalog-diff.ts";
import { findCauses } from "./causes.ts";
import { estimateOf, sumUp } from "./expected.ts";

/** A request and what it is called. */
export type NamedRequest = { id: string; request: RoutingRequest };

/** What becomes of requests: those with another pick, those with the same at another cost or time, and all. */
export type PickChanges = { picks: PickGroup[]; kept: KeptGroup[]; expected: Expected };

type Outcome = { from: string | null; to: string | null; causes: Cause[]; estimate: Change<Estimate> };

type Compared = Outcome & { id: string };

/** Routes one request after another over two catalogs, and groups what changed; the largest groups first. */
export class PickComparison {
  readonly #before: Router;
  readonly #after: Router;
  readonly #compared: Compared[] = [];
  /** By the text of the request: a log says the same thing many times. */
  readonly #known = new Map<string, Outcome>();

  constructor(before: Router, after: Router) {
    this.#before = before;
    this.#after = after;
  }

  add({ id, request }: NamedRequest): void {
    const key = JSON.stringify(request);
    const outcome = this.#known.get(key) ?? this.#compare(request);
    this.#known.set(key, outcome);
    this.#compared.push({ id, ...outcome });
  }

  #compare(request: RoutingRequest): Outcome {
    const [old, now] = [this.#before.explain(request), this.#after.explain(request)];
    const estimate = { old: estimateOf(old), new: estimateOf(now) };
    return { from: old.pick, to: now.pick, causes: findCauses(old, now), estimate };
  }

  changes(): PickChanges {
    const changed = this.#compared.filter(({ from, to }) => from !== to);
    const kept = this.#compared.filter(({ from, to, estimate }) => from === to && isOther(estimate));
    const picks = groupsOf(changed, ({ from, to }) => JSON.stringify([from, to]));
    return {
      picks: picks.flatMap((group) => pickGroup(group)),
      kept: groupsOf(kept, ({ to }) => String(to)).flatMap((group) => keptGroup(group)),
      expected: sumUp(this.#compared.map(({ estimate }) => estimate)),
    };
  }
}

function isOther({ old, new: now }: Change<Estimate>): boolean {
  return old.cost !== now.cost || old.seconds !== now.seconds;
}

function groupsOf(compared: readonly Compared[], keyOf: (one: Compared) => string): Compared[][] {
  const groups = new Map<string, Compared[]>();
  for (const one of compared) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

function pickGroup(group: readonly Compared[]): PickGroup[] {
  return group.slice(0, 1).map(({ from, to }) => ({ from, to, reasons: reasonsOf(group), ...shared(group) }));
}

function reasonsOf(group: readonly Compared[]): Reason[] {
  const alike = groupsOf(group, ({ causes }) => JSON.stringify(causes));
  return alike.flatMap((one) => one.slice(0, 1).map(({ causes }) => ({ causes, requests: one.length })));
}

function keptGroup(group: readonly Compared[]): KeptGroup[] {
  return group.slice(0, 1).flatMap(({ to }) => (to === null ? [] : [{ pick: to, ...shared(group) }]));
}

function shared(group: readonly Compared[]): { requests: RequestChange[]; expected: Expected } {
  return {
    requests: group.map(({ id, estimate }) => ({ id, ...estimate })),
    expected: sumUp(group.map(({ estimate }) => estimate)),
  };
}
