import { isObject } from "../../measure/json.ts";
import { MICRO, UNITS, type Unit } from "./amounts.ts";
import type { LimitsOptions } from "./options.ts";
import { type Rule, type Scope, WINDOWS, type Window } from "./rules.ts";

const STORE_TIMEOUT_MS = 2000;
const LARGEST = 1e15;
/** The longest that a timer can wait. */
const LONGEST_MS = 2 ** 31 - 1;

/** What a user set, ready to be used. */
export type LimitsSettings = {
  rules: Rule[];
  /** Calls at a time, by globs of model ids. */
  places: { glob: string; size: number }[];
  storeTimeoutMs: number;
};

const OPTIONS: ReadonlySet<string> = new Set([
  ...["total", "servers", "models", "concurrency"],
  ...["store", "key", "whenStoreFails", "storeTimeoutMs", "onStoreError"],
]);

/** Reads the options. @throws TypeError with everything that is wrong: a misspelt limit would be none */
export function readLimits(options: LimitsOptions): LimitsSettings {
  const { storeTimeoutMs = STORE_TIMEOUT_MS, whenStoreFails = "refuse" } = options;
  const limits = [
    ...leaves(options.total, ["total"], 2).map((leaf) => limitOf(leaf, "total")),
    ...leaves(options.servers, ["servers"], 3).map((leaf) => limitOf(leaf, "server")),
    ...leaves(options.models, ["models"], 3).map((leaf) => limitOf(leaf, "model")),
  ];
  const places = leaves(options.concurrency, ["concurrency"], 1);
  const problems = [
    ...Object.keys(options).map((name) => expect(OPTIONS.has(name), name, "no such option")),
    ...limits.map(problemOf),
    ...places.map(({ path, value }) => expect(isWhole(value, 1), path, "a whole number of 1 or more")),
    expect(isStore(options.store), "store", "a URL that begins with redis:, rediss:, valkey: or valkeys:, or a store"),
    expect(["refuse", "count-here"].includes(whenStoreFails), "whenStoreFails", "refuse or count-here"),
    expect(storeTimeoutMs > 0 && storeTimeoutMs <= LONGEST_MS, "storeTimeoutMs", "milliseconds, more than 0"),
  ].filter((problem) => problem !== undefined);
  if (problems.length > 0) throw new TypeError(`limits: ${problems.join("; ")}`);
  return {
    rules: limits.map(ruleOf),
    places: places.map(({ path, value }) => ({ glob: path[1] ?? "", size: Number(value) })),
    storeTimeoutMs,
  };
}

/** A value, and the keys that lead to it. */
type Leaf = { path: readonly string[]; value: unknown };

/** What lies so many objects deep, or less deep where there is no object. */
function leaves(value: unknown, path: readonly string[], depth: number): Leaf[] {
  if (value === undefined) return [];
  if (depth === 0 || !isObject(value)) return [{ path, value }];
  return Object.entries(value).flatMap(([key, entry]) => leaves(entry, [...path, key], depth - 1));
}

/** A limit as it was written. */
type WrittenLimit = Leaf & { scope: Scope; glob: string; unit: string | undefined; window: string | undefined };

function limitOf(leaf: Leaf, scope: Scope): WrittenLimit {
  const [glob = "", unit, window] = scope === "total" ? ["*", ...leaf.path.slice(1)] : leaf.path.slice(1);
  return { ...leaf, scope, glob, unit, window };
}

function problemOf({ path, value, unit, window }: WrittenLimit): string | undefined {
  if (unit === undefined || window === undefined) return expect(false, path, "an object");
  if (!isUnit(unit)) return expect(false, path, `one of ${UNITS.join(", ")}`);
  if (!isWindow(window)) return expect(false, path, `one of ${Object.keys(WINDOWS).join(", ")}`);
  if (unit === "usd") {
    const isMoney = typeof value === "number" && value >= 0 && value <= LARGEST / MICRO;
    return expect(isMoney, path, `a number of 0 to ${LARGEST / MICRO}`);
  }
  return expect(isWhole(value, 0), path, `a whole number of 0 to ${LARGEST}`);
}

function ruleOf({ scope, glob, unit, window, value }: WrittenLimit): Rule {
  if (!isUnit(unit) || !isWindow(window)) throw new TypeError("limits: a limit was not checked");
  return { scope, glob, unit, window, limit: Math.round(Number(value) * (unit === "usd" ? MICRO : 1)) };
}

function isUnit(name: string | undefined): name is Unit {
  return UNITS.some((unit) => unit === name);
}

function isWindow(name: string | undefined): name is Window {
  return name !== undefined && Object.hasOwn(WINDOWS, name);
}

function isWhole(value: unknown, least: number): boolean {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= LARGEST;
}

function isStore(store: LimitsOptions["store"]): boolean {
  if (typeof store === "string") return /^(redis|valkey)s?:/.test(store) && URL.canParse(store);
  return store === undefined || typeof store.reserve === "function";
}

function expect(holds: boolean, path: string | readonly string[], expected: string): string | undefined {
  return holds ? undefined : `option ${typeof path === "string" ? path : path.join(".")}: expected ${expected}`;
}
