import type { Choice } from "@modelpref/router";
import type { Attributes } from "@opentelemetry/api";
import { isNeverMade } from "../../backends/backend-error.ts";
import type { Answer, Exchange } from "../../handler/exchange.ts";
import { SamplingError } from "../../handler/sampling-error.ts";
import { modelAttributes } from "./model-attributes.ts";
import { METRIC_ATTRIBUTES as METRIC, SPAN_ATTRIBUTES as SPAN } from "./names.ts";
import { recordEvent } from "./record-event.ts";
import type { Recorder } from "./recorder.ts";

/** Not in use: no reason of the request's. */
const OUT_OF_USE: ReadonlySet<string> = new Set(["retired", "disabled"]);

/** The words for a limit of the user: as met by the call of one model, and as told to a server. */
const LIMITS_OF_CALLS: ReadonlySet<string> = new Set(["over-limit", "over-budget"]);
const LIMITS_OF_REQUESTS: ReadonlySet<string> = new Set(["rate-limited", "over-budget"]);

/** Counts what was decided, what it cost, and what happened on the way. Nothing of what the server sent gets in. */
export function recordDecision(
  exchange: Exchange,
  answer: Answer | undefined,
  error: unknown,
  { instruments }: Recorder,
): void {
  const tools = instruments();
  const model = attributesOf(choiceOf(exchange.ranking, answer?.model));
  tools.decisions.add(1, {
    ...attributesOf(choiceOf(exchange.ranking)),
    ...matchAttributes(exchange, answer),
    [METRIC.outcome]:
      answer !== undefined ? "answered" : error instanceof SamplingError ? error.data.reason : "internal",
  });
  const margin = marginOf(exchange.ranking);
  if (margin !== undefined) tools.margin.record(margin);
  for (const code of exclusionsOf(exchange)) tools.exclusions.add(1, { [METRIC.reason]: code });
  const { estimated, actual } = costsOf(exchange, answer);
  if (estimated !== undefined) tools.cost.add(estimated, { ...model, [METRIC.costKind]: "estimated" });
  if (actual !== undefined) tools.cost.add(actual, { ...model, [METRIC.costKind]: "actual" });
  for (const limited of limitsMet(exchange, error)) tools.rateLimited.add(1, limited);
  for (const event of exchange.lifetime.events) recordEvent(event, tools);
}

/** The same decision as attributes of the request's span. */
export function describeDecision(exchange: Exchange, answer: Answer | undefined): Attributes {
  const { pick } = exchange.explanation();
  const { estimated, actual } = costsOf(exchange, answer);
  const depth = exchange.lifetime.events.find((event) => event.kind === "nested")?.depth;
  return {
    ...(pick === null ? {} : { [SPAN.pick]: pick }),
    ...matchAttributes(exchange, answer),
    ...(estimated === undefined ? {} : { [SPAN.estimatedCost]: estimated }),
    ...(actual === undefined ? {} : { [SPAN.actualCost]: actual }),
    ...(depth === undefined ? {} : { [SPAN.depth]: depth }),
  };
}

/** The place of a model in the ranking; without an id, the pick. */
function choiceOf(ranking: Iterable<Choice>, id?: string): Choice | undefined {
  for (const choice of ranking) if (id === undefined || choice.id === id) return choice;
  return undefined;
}

function attributesOf(choice: Choice | undefined): Attributes {
  return choice === undefined ? {} : modelAttributes(choice);
}

/** How a hint found the pick, and how many models failed before one answered. */
function matchAttributes({ ranking, lifetime }: Exchange, answer: Answer | undefined): Attributes {
  const pick = choiceOf(ranking);
  const { pass = 3, class: found = "none" } = pick?.match ?? {};
  return {
    ...(pick === undefined ? {} : { [METRIC.matchPass]: pass, [METRIC.matchClass]: found }),
    ...(answer === undefined ? {} : { [METRIC.fallbackIndex]: fallbackIndex(lifetime) }),
  };
}

/** Models that were held back were not called, and did not fail. */
function fallbackIndex({ attempts }: Exchange["lifetime"]): number {
  return Math.max(0, attempts.filter(({ error }) => !isNeverMade(error)).length - 1);
}

/** How far ahead the pick is of the next model that the request's hints found in the same way; undefined where none was. */
function marginOf(ranking: Iterable<Choice>): number | undefined {
  const [pick, second] = firstTwo(ranking);
  if (pick === undefined || second === undefined) return undefined;
  const group = ({ match, outputShortfall }: Choice): string =>
    [match?.pass, match?.hintIndex, match?.class, outputShortfall].join();
  return group(pick) === group(second) ? Math.max(0, pick.score - second.score) : undefined;
}

function firstTwo(ranking: Iterable<Choice>): Choice[] {
  const found: Choice[] = [];
  for (const choice of ranking) if (found.push(choice) === 2) break;
  return found;
}

function exclusionsOf(exchange: Exchange): string[] {
  const reasons = exchange.explanation().excluded.flatMap((model) => model.reasons.map(({ code }) => code));
  return reasons.filter((code) => !OUT_OF_USE.has(code));
}

/** The user's limits that stood in the way: of a model, after which another was tried, or of the whole request. */
function limitsMet({ lifetime }: Exchange, error: unknown): Attributes[] {
  const ofModels = lifetime.attempts.filter((attempt) => LIMITS_OF_CALLS.has(attempt.error ?? ""));
  const ofRequest =
    error instanceof SamplingError && LIMITS_OF_REQUESTS.has(error.data.reason) ? [error.data.reason] : [];
  return [
    ...ofModels.map((attempt) => ({ [METRIC.limitScope]: "model", [METRIC.reason]: attempt.error ?? "" })),
    ...ofRequest.map((reason) => ({ [METRIC.limitScope]: "request", [METRIC.reason]: reason })),
  ];
}

/** What the answer was to cost, and what all calls for it did cost; undefined where that is not known. */
function costsOf(exchange: Exchange, answer: Answer | undefined): { estimated?: number; actual?: number } {
  const { attempts } = exchange.lifetime;
  const costs = attempts.flatMap(({ costUsd }) => costUsd ?? []);
  const actual = costs.length === 0 ? {} : { actual: costs.reduce((sum, cost) => sum + cost, 0) };
  if (answer === undefined || attempts.at(-1)?.cached === true) return actual;
  const ranked = exchange.explanation().ranked.find(({ id }) => id === answer.model);
  const estimated = ranked?.criteria.cost.raw ?? undefined;
  return { ...actual, ...(estimated === undefined ? {} : { estimated }) };
}
