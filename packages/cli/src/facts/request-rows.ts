import type { EffectiveLimits, Explanation, Limits, ModelPreferences } from "@modelpref/router";
import { quote } from "@modelpref/router/words";
import { visible } from "../terminal/visible.ts";
import { dollars, seconds } from "./numbers.ts";
import { CRITERIA } from "./words.ts";

/** Hints beyond this many are counted; the router reads at most 16. */
const MOST_HINTS = 16;

/** The request as it was understood, as rows of label and text; what says nothing is left out. */
export function requestRows(explanation: Explanation): [string, string][] {
  const { request, policy, catalog } = explanation;
  const rows: [string, string][] = [
    ["hints", hintsText(request.modelPreferences)],
    ["priorities", prioritiesText(request.modelPreferences)],
    ["weights", weightsText(explanation)],
    ["tokens", tokensText(request)],
    ["needs", needsText(request.needs)],
    ["limits", limitsText(asEffective(request.limits))],
    ["your limits", limitsText(policy.limits)],
    ["matching", policy.matching === "strict" ? "strict" : ""],
    ["server", visible(request.server ?? "")],
    ["catalog", `${visible(catalog.name ?? "unnamed")}, profile ${catalog.profile}`],
  ];
  return rows.filter(([, text]) => text !== "");
}

/** Nameless hints keep their numbers but say nothing. */
function hintsText({ hints = [] }: ModelPreferences): string {
  const named = hints.flatMap(({ name }, index) => (name === undefined ? [] : [`${index + 1} ${quote(name)}`]));
  const more = named.length > MOST_HINTS ? [`and ${named.length - MOST_HINTS} more`] : [];
  return [...named.slice(0, MOST_HINTS), ...more].join(", ") || "none";
}

function prioritiesText(preferences: ModelPreferences): string {
  const stated = [
    ["cost", preferences.costPriority],
    ["speed", preferences.speedPriority],
    ["intelligence", preferences.intelligencePriority],
  ].flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`]));
  return stated.join(", ") || "none stated";
}

/** Shown where the user's policy makes the weights differ from the priorities. */
function weightsText({ request: { modelPreferences: preferences }, weights }: Explanation): string {
  const stated = {
    cost: preferences.costPriority,
    speed: preferences.speedPriority,
    intelligence: preferences.intelligencePriority,
  };
  const same = CRITERIA.every((name) => Math.abs((stated[name] ?? 0) - weights[name]) < 1e-3);
  return same ? "" : `${CRITERIA.map((name) => `${name} ${weights[name]}`).join(", ")} (with your policy)`;
}

function tokensText({ inputTokens, expectedOutputTokens, maxTokens }: Explanation["request"]): string {
  const most = maxTokens === null ? "" : ` (at most ${maxTokens})`;
  return `${inputTokens} in, ${expectedOutputTokens} out expected${most}`;
}

function needsText({ tools, structuredOutput, input, output }: Explanation["request"]["needs"]): string {
  const beyondText = (kinds: readonly string[], way: string): string[] =>
    kinds.filter((kind) => kind !== "text").map((kind) => `${visible(kind)} ${way}`);
  const needs = [
    ...(tools ? ["tools"] : []),
    ...(structuredOutput ? ["structured output"] : []),
    ...beyondText(input, "in"),
    ...beyondText(output, "out"),
  ];
  return needs.join(", ") || "text only";
}

/** The request's own limits in the shape of the policy's, which may hold several allow lists. */
function asEffective({ allow, ...limits }: Explanation["request"]["limits"]): ShownLimits {
  return { ...limits, allow: allow === undefined ? [] : [allow] };
}

type ShownLimits = Omit<Limits, "allow"> & Pick<EffectiveLimits, "allow">;

function limitsText({ max_cost_usd, max_seconds, allow = [], deny = [] }: ShownLimits): string {
  const globs = (list: readonly string[]): string => list.map(visible).join(" ") || "nothing";
  return [
    ...(max_cost_usd === undefined ? [] : [`at most ${dollars(max_cost_usd)}`]),
    ...(max_seconds === undefined ? [] : [`at most ${seconds(max_seconds)}`]),
    ...allow.map((list) => `only ${globs(list)}`),
    ...(deny.length === 0 ? [] : [`never ${globs(deny)}`]),
  ].join("; ");
}
