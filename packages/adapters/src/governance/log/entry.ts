import type { Explanation, Match, RankedModel } from "@modelpref/router";
import type { Usage } from "../../backends/backend.ts";
import type { Exchange } from "../../handler/exchange.ts";
import type { Attempt, Outcome } from "../../handler/outcome.ts";
import type { SamplingError } from "../../handler/sampling-error.ts";
import type { SamplingEvent } from "../../handler/sampling-event.ts";
import type { Arrival } from "../practice.ts";

/** What the catalog led to expect of a model; null where it does not say. */
export type Predicted = { usd: number | null; seconds: number | null };

/** A call as the log tells of it: without what failed in words, which a back end of the user's may have put anything into. */
export type LoggedAttempt = {
  model: string;
  predicted: Predicted;
  milliseconds: number;
  waitedMs?: number;
  error?: string;
  answeredAs?: string;
  usage?: Usage;
  costUsd?: number;
  cached?: true;
  firstTokenMs?: number;
};

/** What was decided: the explanation, trimmed. Hints are only counted: their text is the server's. */
type Decided = {
  catalog: { name: string | null; hash: string | null };
  request: {
    inputTokens: number;
    expectedOutputTokens: number;
    maxTokens: number | null;
    needs: Explanation["request"]["needs"];
    hints: number;
  };
  weights: Explanation["weights"];
  pick: string | null;
  match: Omit<Match, "hint"> | null;
  /** The first of the ranking, and how many were ranked in all. */
  top: { id: string; score: number; predicted: Predicted }[];
  ranked: number;
  /** How many models were excluded, by reason. */
  excluded: { [code: string]: number };
};

/** One line of the log. What was decided is missing of a request that could not be ranked. */
export type LogEntry = Partial<Decided> & {
  schema: "modelpref-decision/1";
  /** When the request ended, in UTC. */
  time: string;
  server: string | null;
  events: SamplingEvent[];
  outcome: { model?: string; error?: string; milliseconds: number; attempts: LoggedAttempt[] };
};

/** Models of the ranking in each line. */
const TOP = 3;
/** A longer name of a server is cut. */
const LONGEST_NAME = 128;

/** What is told of a request that was ranked. */
export function toDecisionEntry(
  exchange: Exchange,
  outcome: Outcome,
  time: Date,
  calledBy: (model: string) => Exchange,
): LogEntry {
  const { model, error, milliseconds } = outcome;
  const attempts = outcome.attempts.map((attempt) => toLoggedAttempt(attempt, calledBy(attempt.model).explanation()));
  return {
    ...begin(exchange.server, time),
    ...toDecided(exchange.explanation()),
    events: exchange.lifetime.events,
    outcome: { ...(model !== undefined && { model }), ...(error !== undefined && { error }), milliseconds, attempts },
  };
}

/** What is told of a request that could not be ranked. */
export function toRefusedEntry(error: SamplingError, { server, lifetime }: Arrival, time: Date): LogEntry {
  const milliseconds = Math.round(performance.now() - lifetime.start);
  const outcome = { error: error.data.reason, milliseconds, attempts: [] };
  return { ...begin(server, time), events: lifetime.events, outcome };
}

function begin(server: string | undefined, time: Date): Pick<LogEntry, "schema" | "time" | "server"> {
  const name = server === undefined ? null : server.slice(0, LONGEST_NAME);
  return { schema: "modelpref-decision/1", time: time.toISOString(), server: name };
}

function toDecided({ catalog, request, weights, pick, ranked, excluded }: Explanation): Decided {
  const { inputTokens, expectedOutputTokens, maxTokens, needs, modelPreferences } = request;
  const { hint: _, ...match } = ranked[0]?.match ?? { hint: "" };
  const counts = new Map<string, number>();
  for (const { code } of excluded.flatMap(({ reasons }) => reasons)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return {
    catalog: { name: catalog.name, hash: catalog.hash },
    request: { inputTokens, expectedOutputTokens, maxTokens, needs, hints: modelPreferences.hints?.length ?? 0 },
    weights,
    pick,
    match: "class" in match ? match : null,
    top: ranked.slice(0, TOP).map((model) => ({ id: model.id, score: model.score, predicted: toPredicted(model) })),
    ranked: ranked.length,
    excluded: Object.fromEntries(counts),
  };
}

function toPredicted(model: RankedModel | undefined): Predicted {
  return { usd: model?.criteria.cost.raw ?? null, seconds: model?.criteria.speed.raw ?? null };
}

function toLoggedAttempt(attempt: Attempt, { ranked }: Explanation): LoggedAttempt {
  // Picked by hand: what else an attempt holds is not for logs.
  const { model, milliseconds, waitedMs, error, answeredAs, usage, costUsd, cached, firstTokenMs } = attempt;
  return {
    model,
    predicted: toPredicted(ranked.find(({ id }) => id === model)),
    milliseconds,
    ...(waitedMs !== undefined && { waitedMs }),
    ...(error !== undefined && { error }),
    ...(answeredAs !== undefined && { answeredAs }),
    ...(usage !== undefined && { usage }),
    ...(costUsd !== undefined && { costUsd }),
    ...(cached !== undefined && { cached }),
    ...(firstTokenMs !== undefined && { firstTokenMs }),
  };
}
