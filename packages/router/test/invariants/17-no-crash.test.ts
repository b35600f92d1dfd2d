import fc from "fast-check";
import { expect } from "vitest";
import {
  type Catalog,
  CatalogError,
  describeNoPick,
  type Explanation,
  type ModelHint,
  type Policy,
  type RoutingRequest,
} from "../../src/index.ts";
import { catalog } from "../arbitraries/catalogs.ts";
import { hostileCatalog, hostileRequest } from "../arbitraries/hostile.ts";
import { request } from "../arbitraries/requests.ts";
import { contradictions } from "../oracles/replay.ts";
import { CRITERIA } from "../oracles/utilities.ts";
import { example, property } from "../property.ts";

const isShare = (value: number): boolean => value >= 0 && value <= 1;

/** Numbers outside their range; every comparison with NaN fails, so that NaN is one too. */
function outOfRange({ weights, policy, request, ranked }: Explanation): number[] {
  const shares = CRITERIA.flatMap((name) => [weights[name], policy.fallback[name]]);
  const utilities = ranked.flatMap(({ criteria }) => CRITERIA.map((name) => criteria[name].utility));
  const raws = ranked.flatMap(({ criteria }) => CRITERIA.map((name) => criteria[name].raw ?? 0));
  const tokens = [request.inputTokens, request.expectedOutputTokens - 1];
  return [
    ...[...shares, policy.client_share, ...utilities].filter((value) => !isShare(value)),
    ...[...raws, ...tokens].filter((value) => !(value >= 0 && value < Infinity)),
  ];
}

property(
  "invariant 17, no crash: whatever is sent to whatever catalog, an explanation that is JSON and in range comes back",
  [hostileCatalog, hostileRequest],
  (createRouter, catalog, sent) => {
    const router = createRouter(catalog);
    const explanation = router.explain(sent as RoutingRequest);
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
    expect(outOfRange(explanation)).toEqual([]);
    expect(contradictions(explanation)).toEqual([]);
    expect(router.pick(sent as RoutingRequest)?.id ?? null).toBe(explanation.pick);
    expect([...router.rank(sent as RoutingRequest)]).toHaveLength(explanation.ranked.length);
    expect(describeNoPick(explanation)).toContain("can serve this request");
  },
);

property(
  "invariant 17, no crash: the request as understood gives the same ranking",
  [catalog(4), hostileRequest],
  (createRouter, catalog, sent) => {
    const router = createRouter(catalog);
    const first = router.explain({ ...(sent as RoutingRequest), unavailable: undefined });
    expect(router.explain(first.request as RoutingRequest).ranked).toEqual(first.ranked);
  },
);

property(
  "invariant 17, no crash: a catalog that names a model twice or has an unknown policy key is refused, and the old one kept",
  [catalog(4), request],
  (createRouter, catalog, request) => {
    const router = createRouter(catalog);
    const before = router.explain(request);
    const [first = { id: "x/y" }] = catalog.models;
    // Other than the old one in all that a half-done update could leave behind.
    const policy: Policy = { defaults: { cost: 1 }, fallback: { cost: 0 }, equivalence: "off" };
    const twice: Catalog = { models: [{ id: "x/other" }, first, first], policy };
    const unknown: Catalog = { models: [{ id: "x/other" }], policy: { ...policy, max_cost: 1 } as Policy };
    expect(refusal(() => createRouter(twice))).toEqual(["duplicate-id", first.id]);
    expect(refusal(() => router.update(twice))).toEqual(["duplicate-id", first.id]);
    expect(refusal(() => router.update(unknown))).toEqual(["unknown-policy-key", "policy.max_cost"]);
    expect(router.explain(request)).toEqual(before);
  },
);

/** The code and subject of the error that a call ends with. */
function refusal(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    if (error instanceof CatalogError) return [error.code, error.subject];
    throw error;
  }
  return [];
}

example("invariant 17, no crash: an empty catalog is valid, and nothing is eligible", (createRouter) => {
  const router = createRouter({ models: [] });
  expect(router.pick({})).toBeUndefined();
  expect([...router.rank({})]).toEqual([]);
  expect(router.explain({})).toMatchObject({ pick: null, ranked: [], excluded: [], whatIf: [] });
});

property(
  "invariant 17, no crash: a hint of nothing but symbols is told, and changes nothing else",
  [catalog(4), request, fc.constantFrom("🚀", "???", "-/:", "\ud800")],
  (createRouter, catalog, request, name) => {
    const router = createRouter(catalog);
    const explain = (hints: ModelHint[]) =>
      router.explain({ ...request, modelPreferences: { ...request.modelPreferences, hints } });
    const [told, plain] = [explain([{ name }]), explain([])];
    const message = `hints[0]: expected a letter or a digit in ${JSON.stringify(name)}; passed over`;
    expect(told.warnings).toEqual(expect.arrayContaining([...plain.warnings, { code: "unreadable", message }]));
    expect(told.ranked).toEqual(plain.ranked);
  },
);

example("invariant 17, no crash: the worst hints that a server can send are read within bounds", (createRouter) => {
  const worst = ["ﷺ", "a-", "1-", "github-copilot-", "us/", "claude ", "9", "\ud800x"];
  const hints = Array.from({ length: 5000 }, (_, index) => ({
    name: `${index}${(worst[index % worst.length] ?? "").repeat(128)}`.slice(0, 128),
  }));
  const models = Array.from({ length: 200 }, (_, index) => ({ id: `acme/claude-${index}-sonnet-${"x".repeat(50)}` }));
  const { request, warnings } = createRouter({ models }).explain({ modelPreferences: { hints } });
  expect(request.modelPreferences.hints).toHaveLength(16);
  expect(warnings.map(({ code }) => code)).toContain("hints-cut");
});
