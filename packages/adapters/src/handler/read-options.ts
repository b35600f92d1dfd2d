import type { Backend } from "../backends/backend.ts";
import { inOrder, type Practice } from "../governance/practice.ts";
import type { SamplingHandlerOptions } from "./options.ts";

const DEADLINE_MS = 55_000;
const MAX_ATTEMPTS = 3;
/** The longest that a timer can wait. */
const LONGEST_MS = 2 ** 31 - 1;

/** Every option there is. */
const KNOWN: Readonly<Record<keyof SamplingHandlerOptions, true>> = {
  router: true,
  backend: true,
  backends: true,
  approveRequest: true,
  approveResponse: true,
  redact: true,
  tools: true,
  server: true,
  practices: true,
  deadlineMs: true,
  maxAttempts: true,
  observeSpeed: true,
  onDecision: true,
  explainInMeta: true,
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
  const {
    backend,
    backends = {},
    server,
    tools = false,
    deadlineMs = DEADLINE_MS,
    maxAttempts = MAX_ATTEMPTS,
  } = options;
  const problems = [
    expect(typeof options.router?.rank === "function", "router", "a router, as createRouter makes it"),
    expect(
      options.approveRequest === "allow" || typeof options.approveRequest === "function",
      "approveRequest",
      'a function, or "allow" to let every request pass',
    ),
    expect(isFunctionOrNone(options.approveResponse), "approveResponse", "a function"),
    expect(isFunctionOrNone(options.onDecision), "onDecision", "a function"),
    expect(isFunctionOrNone(options.redact), "redact", "a function"),
    expect(
      backend !== undefined || options.backends === undefined || Object.keys(backends).length > 0,
      "backends",
      "one at least; backendsFromEnv finds none where no key is in the environment",
    ),
    expect(backend !== undefined || options.backends !== undefined, "backend", "a back end, or backends by provider"),
    ...Object.keys(options).map((name) =>
      Object.hasOwn(KNOWN, name) ? undefined : `unknown option ${name}; there are ${Object.keys(KNOWN).join(", ")}`,
    ),
    ...[["backend", backend] as const, ...Object.entries(backends)].map(([name, one]) =>
      expect(one === undefined || typeof one.complete === "function", name, "an object with a function complete"),
    ),
    expect(
      deadlineMs > 0 && deadlineMs <= LONGEST_MS,
      "deadlineMs",
      `milliseconds, more than 0 and at most ${LONGEST_MS}`,
    ),
    expect(Number.isInteger(maxAttempts) && maxAttempts >= 1, "maxAttempts", "a whole number of 1 or more"),
  ].filter((problem) => problem !== undefined);
  if (problems.length > 0) throw new TypeError(`createSamplingHandler: ${problems.join("; ")}`);
  return {
    ...options,
    practices: inOrder(options.practices ?? []),
    tools,
    deadlineMs,
    maxAttempts,
    backendOf: (provider) => (Object.hasOwn(backends, provider) ? backends[provider] : backend),
    serverName: typeof server === "function" ? server : () => server,
  };
}

function isFunctionOrNone(value: unknown): boolean {
  return value === undefined || typeof value === "function";
}

function expect(holds: boolean, option: string, expected: string): string | undefined {
  return holds ? undefined : `option ${option}: expected ${expected}`;
}
