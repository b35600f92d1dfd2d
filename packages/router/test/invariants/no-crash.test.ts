import { test } from "@fast-check/vitest";
import { test as example, expect } from "vitest";
import { createPlainRouter, describeNoPick, type RoutingRequest } from "../../src/index.ts";
import { catalog } from "../arbitraries/catalogs.ts";
import { hostileRequest } from "../arbitraries/requests.ts";
import { RUNS } from "../runs.ts";

test.prop([catalog(4), hostileRequest], RUNS)(
  "invariant 17, no crash: whatever is sent, an explanation that is JSON comes back",
  (catalog, sent) => {
    const router = createPlainRouter(catalog);
    const explanation = router.explain(sent as RoutingRequest);
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
    expect(router.pick(sent as RoutingRequest)?.id ?? null).toBe(explanation.pick);
    expect(describeNoPick(explanation)).toContain("can serve this request");
  },
);

test.prop([catalog(4), hostileRequest], RUNS)(
  "invariant 17, no crash: the request as understood gives the same ranking",
  (catalog, sent) => {
    const router = createPlainRouter(catalog);
    const first = router.explain({ ...(sent as RoutingRequest), unavailable: undefined });
    const { maxTokens, server, ...understood } = first.request;
    const again = { ...understood, maxTokens: maxTokens ?? undefined, server: server ?? undefined };
    expect(router.explain(again).ranked).toEqual(first.ranked);
  },
);

example("invariant 17, no crash: the worst hints a server can send are read within bounds", () => {
  const worst = ["ﷺ", "a-", "1-", "github-copilot-", "us/", "claude ", "9", "\ud800x"];
  const hints = Array.from({ length: 5000 }, (_, index) => ({
    name: `${index}${(worst[index % worst.length] ?? "").repeat(128)}`.slice(0, 128),
  }));
  const models = Array.from({ length: 200 }, (_, index) => ({ id: `acme/claude-${index}-sonnet-${"x".repeat(50)}` }));
  const { request, warnings } = createPlainRouter({ models }).explain({ modelPreferences: { hints } });
  expect(request.modelPreferences.hints).toHaveLength(16);
  expect(warnings.map(({ code }) => code)).toContain("hints-cut");
});
