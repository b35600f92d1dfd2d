import { MICRO, microUsd, UNITS, type Unit } from "../../cost/amounts.ts";
import { isObject, type JsonObject } from "../../measure/json.ts";
import { type ExpectedOptions, optionProblems, refuse } from "../../options/check-options.ts";
import { count, type Expected, FUNCTION, MILLISECONDS, objectWith, oneOf } from "../../options/expected.ts";
import type { LimitsOptions } from "./options.ts";
import { type Rule, type Scope, WINDOWS, type Window } from "./rules.ts";

const STORE_TIMEOUT_MS = 2000;
const LARGEST = 1e15;

/** What a user set, ready to be used. */
export type LimitsSettings = {
  rules: Rule[];
  /** Calls at a time, by globs of model ids. */
  places: { glob: string; size: number }[];
  storeTimeoutMs: number;
};

const STORE = objectWith("a store", "reserve", "check", "settle", "close");
/** Checked value by value, below. */
const TREE: Expected = { words: "", holds: () => true };
const EXPECTED: ExpectedOptions<LimitsOptions> = {
  ...{ total: TREE, servers: TREE, models: TREE, concurrency: TREE },
  store: {
    words:
      "a URL that begins with redis:, rediss:, valkey: or valkeys:, or a store with reserve, check, settle and close",
    holds: (store) => (typeof store === "string" ? isRedisUrl(store) : STORE.holds(store)),
  },
  key: { words: "text, one character at least", holds: (key) => typeof key === "string" && key !== "" },
  whenStoreFails: oneOf("refuse", "count-here"),
  storeTimeoutMs: MILLISECONDS,
  onStoreError: FUNCTION,
};

const AN_OBJECT = "an object";
const USD: Expected = {
  words: `a number of 0 to ${LARGEST / MICRO}`,
  holds: (value) => typeof value === "number" && value >= 0 && value <= LARGEST / MICRO,
};
const AMOUNT: Expected = {
  words: `a whole number of 0 to ${LARGEST}`,
  holds: (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= LARGEST,
};
const PLACES = count(1);

/** Reads the options. @throws TypeError with everything that is wrong: a misspelt limit would be none */
export function readLimits(options: LimitsOptions): LimitsSettings {
  const problems = optionProblems(options, EXPECTED);
  const { storeTimeoutMs = STORE_TIMEOUT_MS, total, servers, models, concurrency } = options ?? {};
  const limits = [
    ...leaves(total, ["total"], 2).map((leaf) => limitOf(leaf, "total")),
    ...leaves(servers, ["servers"], 3).map((leaf) => limitOf(leaf, "server")),
    ...leaves(models, ["models"], 3).map((leaf) => limitOf(leaf, "model")),
  ];
  const places = leaves(concurrency, ["concurrency"], 1);
  refuse("limits", [...problems, ...limits.flatMap(problemOf), ...places.flatMap(problemOfPlace)]);
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
  if (depth === 0 || !hasKeys(value)) return [{ path, value }];
  return Object.entries(value).flatMap(([key, entry]) => leaves(entry, [...path, key], depth - 1));
}

/** Not a `Map` or the like, whose entries are no keys: all that it says would be overlooked. */
function hasKeys(value: unknown): value is JsonObject {
  return isObject(value) && !(Symbol.iterator in value);
}

/** A limit as it was written. */
type WrittenLimit = Leaf & { scope: Scope; glob: string; unit: string | undefined; window: string | undefined };

function limitOf(leaf: Leaf, scope: Scope): WrittenLimit {
  const [glob = "", unit, window] = scope === "total" ? ["*", ...leaf.path.slice(1)] : leaf.path.slice(1);
  return { ...leaf, scope, glob, unit, window };
}

function problemOf({ path, value, unit, window }: WrittenLimit): string[] {
  if (unit !== undefined && !isUnit(unit)) return unexpected(path, `one of ${UNITS.join(", ")}`);
  if (unit === undefined || window === undefined) return unexpected(path, AN_OBJECT);
  if (!isWindow(window)) return unexpected(path, `one of ${Object.keys(WINDOWS).join(", ")}`);
  const { holds, words } = unit === "usd" ? USD : AMOUNT;
  return holds(value) ? [] : unexpected(path, words);
}

function problemOfPlace({ path, value }: Leaf): string[] {
  if (path.length === 1) return unexpected(path, AN_OBJECT);
  return PLACES.holds(value) ? [] : unexpected(path, PLACES.words);
}

function unexpected(path: readonly string[], expected: string): string[] {
  return [`option ${path.join(".")}: expected ${expected}`];
}

function ruleOf({ scope, glob, unit, window, value }: WrittenLimit): Rule {
  if (!isUnit(unit) || !isWindow(window)) throw new TypeError("limits: a limit was not checked");
  return { scope, glob, unit, window, limit: unit === "usd" ? microUsd(Number(value)) : Number(value) };
}

function isUnit(name: string | undefined): name is Unit {
  return UNITS.some((unit) => unit === name);
}

function isWindow(name: string | undefined): name is Window {
  return name !== undefined && Object.hasOwn(WINDOWS, name);
}

function isRedisUrl(text: string): boolean {
  return /^(redis|valkey)s?:/.test(text) && URL.canParse(text);
}
