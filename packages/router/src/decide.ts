// The way of a request: who may serve it, which hint finds whom, what the criteria say, one order.
import type { Entry } from "./catalog/entry.ts";
import type { PreparedCatalog } from "./catalog/prepared-catalog.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import { reasonsAgainst } from "./constraints/index.ts";
import { assess } from "./criteria/assess.ts";
import { readDemand } from "./demand.ts";
import type { EffectivePolicy, ExcludedModel } from "./explain/explanation.ts";
import { bestMatch, type Matcher, toMatch } from "./names/find-match.ts";
import { fallbackWeights, type Weights, weigh } from "./policy/weigh.ts";
import { type Candidate, compareCandidates } from "./rank.ts";
import type { RoutingRequest } from "./request/request.ts";
import { type Understood, understand } from "./request/understand.ts";

/** Everything that was found out about one request, before any of it is put into words. */
export type Decision = {
  request: Understood;
  policy: EffectivePolicy;
  weights: Weights;
  ranked: readonly Candidate[];
  excluded: readonly ExcludedModel[];
};

/** Decides a request over a catalog. Never throws on a request. */
export function decide(catalog: PreparedCatalog, sent: RoutingRequest, matcher: Matcher): Decision {
  const request = understand(sent);
  const { policy, demand } = readDemand(catalog.policy, request);
  const weights = weigh(request.priorities, policy);
  const fallback = fallbackWeights(policy);
  const hints = request.hints.map((hint) => ({ hint, find: matcher(hint, policy.matching) }));

  const judge = (entry: Entry): Candidate => {
    const matches = hints.map(({ hint, find }) => toMatch(find(entry), hint, policy));
    return {
      entry,
      matches,
      match: bestMatch(matches),
      outputShortfall: fallsShort(entry, request),
      assessment: assess(entry, request, weights, fallback),
    };
  };
  const verdicts = catalog.entries.map((entry) => ({ entry, reasons: reasonsAgainst(entry, demand) }));
  return {
    request,
    policy,
    weights,
    ranked: verdicts
      .filter(({ reasons }) => reasons.length === 0)
      .map(({ entry }) => judge(entry))
      .sort(compareCandidates),
    excluded: verdicts
      .filter(({ reasons }) => reasons.length > 0)
      .map(({ entry, reasons }) => ({ id: entry.id, reasons }))
      .sort((a, b) => compareCodeUnits(a.id, b.id)),
  };
}

/** Whether the model can answer, but not with all of `maxTokens`; unknown limits count as none. */
export function fallsShort(
  { outputLimit, contextLimit }: Entry,
  { maxTokens = 0, inputTokens }: Pick<Understood, "maxTokens" | "inputTokens">,
): boolean {
  const isOverOutput = outputLimit !== undefined && maxTokens > outputLimit;
  return isOverOutput || (contextLimit !== undefined && maxTokens > contextLimit - inputTokens);
}
