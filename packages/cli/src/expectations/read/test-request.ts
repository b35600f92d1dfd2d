import type { RoutingRequest } from "@modelpref/router";
import type { Findings, JsonObject } from "../../input/checks.ts";
import { PARAMS_KEYS } from "../../input/params.ts";
import { PREFERENCE_KEYS } from "../../input/preferences.ts";
import { readRequest, type StatedRequest } from "../../input/read-request.ts";
import { routingRequest } from "../../input/routing-request.ts";
import { closest } from "../../problems/closest.ts";
import { formatMessage } from "../../problems/format-problem.ts";
import type { Problem } from "../../problems/problem.ts";
import type { RoutingKeys } from "./schema.ts";

/** Keys that a test writes beside a server's request: the router's own. */
const ROUTING_KEYS: readonly string[] = [
  "inputTokens",
  "maxTokens",
  "expectedOutputTokens",
  "needs",
  "limits",
  "server",
  "unavailable",
] satisfies (keyof RoutingKeys)[];

const KNOWN: readonly string[] = [...ROUTING_KEYS, ...PREFERENCE_KEYS, ...PARAMS_KEYS, "id", "jsonrpc", "method"];

const PRIORITIES = ["costPriority", "speedPriority", "intelligencePriority"] as const;

/** What is wrong with a request, by the way from it to the place. */
type RequestFinding = { path: readonly (string | number)[]; message: string; onKey: boolean };

/** What a server would send, and all that is wrong with the request. */
export type TestRequest = { stated: StatedRequest; findings: RequestFinding[] };

/**
 * Reads the request of a test, but for the router's own keys, which have a schema: any form the command reads. Stricter
 * than the command: a key that nobody knows would make a test that tests something else.
 */
export function readTestRequest(written: JsonObject): TestRequest {
  const sent = Object.fromEntries(Object.entries(written).filter(([key]) => !ROUTING_KEYS.includes(key)));
  const unknown = [...unknownKeys(sent), ...misplacedKeys(sent)];
  const findings: Findings = { problems: [], warnings: [] };
  const stated = readRequest(findings, sent) ?? { preferences: {} };
  const told = [...findings.problems, ...findings.warnings, ...outOfRange(stated)];
  const others = told.filter((problem) => !isToldAlready(problem, unknown));
  return { stated, findings: [...unknown, ...others.map(requestFinding)] };
}

/** A sound request as the router takes it: what is stated wins over what is measured. */
export async function toRoutingRequest(written: RoutingKeys): Promise<RoutingRequest> {
  const { inputTokens, maxTokens, expectedOutputTokens, needs, limits, server, unavailable } = written;
  const flags = {
    ...(inputTokens !== undefined && { inputTokens }),
    ...(maxTokens !== undefined && { maxTokens }),
    ...(server !== undefined && { server }),
  };
  const measured = await routingRequest(readTestRequest(written).stated, flags);
  return { ...measured, expectedOutputTokens, needs: needs ?? measured.needs, limits, unavailable };
}

/** Beside `params` any key may stand (a log has many), unless it looks like one that was meant. */
function unknownKeys(sent: JsonObject): RequestFinding[] {
  const isWrapped = Object.hasOwn(sent, "params");
  return Object.keys(sent).flatMap((key) => {
    if (KNOWN.includes(key) || key === "params") return [];
    const [meant] = closest(key.replaceAll("_", ""), isWrapped ? ROUTING_KEYS : KNOWN);
    if (meant === undefined && isWrapped) return [];
    const help = meant === undefined ? "" : `; did you mean ${meant}?`;
    return [{ path: [key], message: `unknown key${help}`, onKey: true }];
  });
}

/** Preferences beside the params that should hold them would be passed over. */
function misplacedKeys(sent: JsonObject): RequestFinding[] {
  if (!PARAMS_KEYS.some((key) => Object.hasOwn(sent, key))) return [];
  const misplaced = PREFERENCE_KEYS.filter((key) => Object.hasOwn(sent, key));
  return misplaced.map((key) => ({
    path: [key],
    message: "belongs under modelPreferences, since keys of sampling/createMessage stand beside it",
    onKey: true,
  }));
}

/** The router would clamp these, and the test would test another request than it says. */
function outOfRange({ preferences, preferencesAt = [] }: StatedRequest): Problem[] {
  return PRIORITIES.flatMap((key): Problem[] => {
    const value = preferences[key];
    if (value === undefined || (value >= 0 && value <= 1)) return [];
    return [
      { code: "wrong-value", path: [...preferencesAt, key], expected: "a number from 0 to 1", received: String(value) },
    ];
  });
}

/** The command's own reader warns of the same keys, or finds nothing known beside them. */
function isToldAlready({ code, path = [] }: Problem, unknown: readonly RequestFinding[]): boolean {
  if (code === "unknown-form") return unknown.length > 0;
  return code === "unknown-key" && path.length < 2;
}

function requestFinding(problem: Problem): RequestFinding {
  const { code, path = [] } = problem;
  const isOurs = code === "unknown-key" && ROUTING_KEYS.includes(String(path.at(-1)));
  if (isOurs)
    return { path, message: "no part of a request that a server sends; write it directly under request", onKey: true };
  // The command passes such a key over with a warning; a test does not run.
  if (code === "unknown-key")
    return { path, message: formatMessage({ ...problem, message: "unknown key" }), onKey: true };
  return { path, message: formatMessage(problem), onKey: false };
}
