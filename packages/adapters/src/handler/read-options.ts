import type { Backend } from "../backends/backend.ts";
import { inOrder, type Practice } from "../governance/practice.ts";
import { isObject } from "../measure/json.ts";
import { type ExpectedOptions, optionProblems, refuse } from "../options/check-options.ts";
import {
  count,
  FUNCTION,
  MILLISECONDS,
  objectWith,
  required,
  TEXT_OR_FUNCTION,
  YES_OR_NO,
} from "../options/expected.ts";
import type { SamplingHandlerOptions } from "./options.ts";

const DEADLINE_MS = 55_000;
const MAX_ATTEMPTS = 3;
const BACKEND = objectWith("an object with a function complete", "complete");

const EXPECTED: ExpectedOptions<SamplingHandlerOptions> = {
  router: required(objectWith("a router, as createRouter makes it", "rank", "explain")),
  backend: BACKEND,
  backends: { words: "back ends by the name of their provider", holds: isObject },
  approveRequest: required({
    words: 'a function, or "allow" to let every request pass',
    holds: (value) => value === "allow" || FUNCTION.holds(value),
  }),
  approveResponse: FUNCTION,
  redact: FUNCTION,
  tools: YES_OR_NO,
  server: TEXT_OR_FUNCTION,
  practices: { words: "a list of practices", holds: (value) => Array.isArray(value) && value.every(isObject) },
  deadlineMs: MILLISECONDS,
  maxAttempts: count(1),
  observeSpeed: YES_OR_NO,
  onDecision: FUNCTION,
  explainInMeta: YES_OR_NO,
};

/** The options with their defaults. */
export type Settings = Omit<SamplingHandlerOptions, "backend" | "backends" | "server" | "practices"> & {
  backendOf: (provider: string) => Backend | undefined;
  serverName: () => string | undefined;
  practices: readonly Practice[];
  tools: boolean;
  deadlineMs: number;
  maxAttempts: number;
};

/** Fills in defaults. @throws TypeError where an option is missing or wrong, with all that is */
export function readOptions(options: SamplingHandlerOptions): Settings {
  refuse("createSamplingHandler", [...optionProblems(options, EXPECTED), ...backendProblems(options)]);
  const { backend, backends = {}, server } = options;
  const { tools = false, deadlineMs = DEADLINE_MS, maxAttempts = MAX_ATTEMPTS } = options;
  return {
    ...options,
    practices: inOrder(options.practices ?? []),
    tools,
    deadlineMs,
    maxAttempts,
    backendOf: (provider) => (Object.hasOwn(backends, provider) ? backends[provider] : backend),
    serverName: () => (typeof server === "function" ? server() : server) || undefined,
  };
}

function backendProblems({ backend, backends }: SamplingHandlerOptions): string[] {
  if (backend === undefined && backends === undefined)
    return ["option backend: expected a back end, or backends by provider"];
  if (!isObject(backends)) return [];
  const all = Object.entries(backends);
  if (backend === undefined && all.length === 0)
    return ["option backends: expected one at least; backendsFromEnv finds none where no key is in the environment"];
  return all.flatMap(([name, one]) => (BACKEND.holds(one) ? [] : `option backends.${name}: expected ${BACKEND.words}`));
}
