import fc from "fast-check";
import { expect } from "vitest";
import type { Catalog, Limits, Model, Policy, RoutingRequest, ServerPolicy } from "../../src/index.ts";
import { catalog } from "../arbitraries/catalogs.ts";
import { someLimits } from "../arbitraries/policies.ts";
import { request } from "../arbitraries/requests.ts";
import { REASON_CODES, reasonCodes } from "../oracles/reasons.ts";
import { property } from "../property.ts";
import type { CreateRouter } from "../routers.ts";

property(
  "invariant 13, constraints: a model is a candidate exactly if it breaks none, and its reasons are those it breaks",
  [catalog(), request, fc.option(someLimits, { nil: undefined })],
  (createRouter, catalog, request, limits) => {
    const sent = { ...request, limits };
    const { excluded } = createRouter(catalog).explain(sent);
    const told = new Map(excluded.map(({ id, reasons }) => [id, reasons.map(({ code }) => code)]));
    const inOrder = (codes: readonly string[]): string[] => REASON_CODES.filter((code) => codes.includes(code));
    for (const model of catalog.models) {
      expect([model.id, inOrder(told.get(model.id) ?? [])]).toEqual([model.id, reasonCodes(model, catalog, sent)]);
    }
  },
);

/** A limit made weaker, in one way or another. */
type Relaxation = (limits: Limits) => Limits;

const LIMIT_RELAXATIONS: readonly Relaxation[] = [
  ({ max_cost_usd, ...rest }) => rest,
  ({ max_seconds, ...rest }) => rest,
  ({ allow, ...rest }) => rest,
  ({ deny, ...rest }) => rest,
  (limits) => ({ ...limits, max_cost_usd: limits.max_cost_usd && limits.max_cost_usd * 2 }),
  (limits) => ({ ...limits, max_seconds: limits.max_seconds && limits.max_seconds * 1.5 }),
  (limits) => ({ ...limits, allow: limits.allow && [...limits.allow, "openai/*"] }),
  (limits) => ({ ...limits, deny: limits.deny?.slice(1) }),
];

const REQUEST_RELAXATIONS: readonly ((request: RoutingRequest) => RoutingRequest)[] = [
  (request) => ({ ...request, needs: { ...request.needs, tools: false } }),
  (request) => ({ ...request, needs: { ...request.needs, structuredOutput: false } }),
  (request) => ({ ...request, needs: { ...request.needs, input: undefined } }),
  (request) => ({ ...request, needs: { ...request.needs, output: undefined } }),
  (request) => ({ ...request, unavailable: undefined }),
];

const MODEL_RELAXATIONS: readonly ((model: Model) => Model)[] = [
  (model) => ({ ...model, enabled: true }),
  (model) => ({ ...model, status: "active" }),
  ({ limit, ...model }) => ({ ...model, limit: { output: limit?.output } }),
  (model) => ({ ...model, tool_call: true, structured_output: true }),
];

function relaxLimits(policy: ServerPolicy, relax: Relaxation): ServerPolicy {
  return policy.limits === undefined ? policy : { ...policy, limits: relax(policy.limits) };
}

function relaxPolicy(policy: Policy, relax: Relaxation): Policy {
  const servers = Object.entries(policy.servers ?? {}).map(([glob, entry]) => [glob, relaxLimits(entry, relax)]);
  return { ...policy, ...relaxLimits(policy, relax), servers: Object.fromEntries(servers) };
}

function candidates(createRouter: CreateRouter, catalog: Catalog, request: RoutingRequest): string[] {
  return [...createRouter(catalog).rank(request)].map(({ id }) => id);
}

property(
  "invariant 13, constraints: relaxing one never removes a candidate",
  [catalog(), request, fc.option(someLimits, { nil: undefined }), fc.nat(99)],
  (createRouter, catalog, request, limits, choice) => {
    const sent: RoutingRequest = { ...request, limits };
    const before = candidates(createRouter, catalog, sent);
    const pick = <Way>(ways: readonly [Way, ...Way[]] | readonly Way[]): Way | undefined => ways[choice % ways.length];
    const [limit, way, change] = [pick(LIMIT_RELAXATIONS), pick(REQUEST_RELAXATIONS), pick(MODEL_RELAXATIONS)];
    if (limit === undefined || way === undefined || change === undefined) return;
    const relaxed: [Catalog, RoutingRequest][] = [
      [catalog, { ...sent, limits: limits && limit(limits) }],
      [{ ...catalog, policy: relaxPolicy(catalog.policy ?? {}, limit) }, sent],
      [catalog, way(sent)],
      [{ ...catalog, models: catalog.models.map(change) }, sent],
    ];
    for (const [more, weaker] of relaxed) {
      const after = new Set(candidates(createRouter, more, weaker));
      expect(before.filter((id) => !after.has(id))).toEqual([]);
    }
  },
);
