// What one router may live through: requests that come again, a little changed or not, and catalogs that replace each other.
import fc from "fast-check";
import type { Catalog, Model, Policy, RoutingRequest } from "../../src/index.ts";
import { catalog } from "./catalogs.ts";
import { hostileRequest, oddPriorities } from "./hostile.ts";
import { anyModel, facts } from "./models.ts";
import { policy } from "./policies.ts";
import { priorities, request } from "./requests.ts";
import { rarely } from "./weighted.ts";

/** One call: a request of a few, with something changed perhaps, asked in one of the ways there are; or a new catalog. */
type Call =
  | { ask: "pick" | "rank" | "explain"; request: RoutingRequest; count: number; top: number | undefined }
  | { catalog: Catalog };

/** The catalog a router begins with, and the calls it gets. */
export type Conversation = { catalog: Catalog; calls: readonly Call[] };

/** A catalog that is almost the same: stale knowledge of the old one would show. */
function almost(catalog: Catalog): fc.Arbitrary<Catalog> {
  const { models } = catalog;
  const at = fc.nat(Math.max(0, models.length - 1));
  const withModel = (index: number, change: (model: Model) => Model): Catalog => ({
    ...catalog,
    models: models.map((model, other) => (other === index ? change(model) : model)),
  });
  return fc.oneof(
    fc.tuple(at, facts).map(([index, facts]) => withModel(index, ({ id }) => ({ ...facts, id }))),
    at.map((index) => withModel(index, (model) => ({ ...model, status: "retired" }))),
    at.map((index) => ({ ...catalog, models: models.toSpliced(index, 1) })),
    anyModel.map((more) => ({ ...catalog, models: [...models.filter(({ id }) => id !== more.id), more] })),
    policy.map((policy) => ({ ...catalog, policy })),
    fc.constant({ ...catalog, families: [] }),
    fc.constant({ ...catalog, models: models.toReversed() }),
  );
}

/** What changes from one request to the next while its hints stay: the snapshot, the server, the limits, the mix. */
const change: fc.Arbitrary<RoutingRequest> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 4,
    arbitrary: request.chain(({ unavailable, limits, inputTokens, maxTokens, needs }) =>
      fc.constantFrom<RoutingRequest[]>({ unavailable }, { limits }, { inputTokens }, { maxTokens }, { needs }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom("cheap-notes", "cheap-chat", "notes", "other").map((server) => ({ server })),
  },
  { weight: 2, arbitrary: priorities.map((modelPreferences) => ({ modelPreferences })) },
  { weight: 1, arbitrary: oddPriorities.map((modelPreferences) => ({ modelPreferences })) },
);

function changed(request: unknown, change: RoutingRequest): RoutingRequest {
  if (typeof request !== "object" || request === null) return request as RoutingRequest;
  const modelPreferences = { ...(request as RoutingRequest).modelPreferences, ...change.modelPreferences };
  return { ...request, ...change, modelPreferences };
}

function callsOn(catalog: Catalog): fc.Arbitrary<Call[]> {
  const pool = fc.array(fc.oneof({ weight: 5, arbitrary: request }, { weight: 1, arbitrary: hostileRequest }), {
    minLength: 1,
    maxLength: 3,
  });
  const asked = fc.record({
    ask: fc.constantFrom("pick" as const, "rank" as const, "explain" as const),
    which: fc.nat(9),
    change,
    count: fc.nat(4),
    top: fc.constantFrom(undefined, undefined, 0, 1, 3),
  });
  const updated = almost(catalog).map((catalog) => ({ catalog }));
  return fc
    .tuple(
      pool,
      fc.array(fc.oneof({ weight: 6, arbitrary: asked }, { weight: 1, arbitrary: updated }), {
        minLength: 2,
        maxLength: 12,
      }),
    )
    .map(([pool, calls]) =>
      calls.map((call): Call => {
        if ("catalog" in call) return call;
        const { which, change, ...rest } = call;
        return { ...rest, request: changed(pool[which % pool.length], change) };
      }),
    );
}

/** Servers that read hints in another way: what was found for one must not be told to the other. */
const servers: Policy["servers"] = {
  "cheap-*": { matching: "strict", limits: { deny: ["acme/*"] } },
  "*notes": { equivalence: "in-order", fallback: { cost: 0 }, defaults: { cost: 1 } },
};

const catalogs = rarely(
  40,
  catalog().map((catalog): Catalog => ({ ...catalog, policy: { ...catalog.policy, servers } })),
  catalog(),
);

/** A router's life. */
export const conversation: fc.Arbitrary<Conversation> = catalogs.chain((catalog) =>
  callsOn(catalog).map((calls) => ({ catalog, calls })),
);
