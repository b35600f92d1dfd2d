import type { ImportSource } from "@modelpref/catalog/import";
import jsonc from "jsonc-parser";
import { isObject, own } from "../input/checks.ts";

/** What a file looks like: what a command reads, or what is taken for it by mistake. Closed: branch on it. */
export type FileKind = "catalog" | "tests" | "request" | "requests" | "package-json" | ImportSource;

/** Characters that are looked at: enough to see the first entries of any list. */
export const LOOKED_AT = 65_536;

/**
 * What a text looks like by its first 64 KiB, which may end anywhere; undefined where it could be anything. Names keys, and
 * checks nothing: a broken catalog looks like a catalog. Never throws.
 */
export function recognise(text: string): FileKind | undefined {
  const beginning = text
    .slice(0, LOOKED_AT)
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (/^id,metric,value\b/.test(beginning)) return "scores";
  if (!/^[[{]/.test(beginning)) return kindOfKeys(new Set(keysOfYaml(beginning)));
  const [first = "", second] = beginning.split("\n").filter((line) => line.trim() !== "");
  // The first line of one JSON text is no text of its own, and the second is indented or closes it.
  const isLines = second !== undefined && (second.startsWith("{") || isJson(first));
  if (isLines) return isRequest(tolerant(first)) ? "requests" : undefined;
  return kindOfValue(tolerant(beginning));
}

/** The keys at the top of a YAML map that is written as a block. */
function keysOfYaml(text: string): string[] {
  return [...text.matchAll(/^(["']?)([\w.-]+)\1[ \t]*:(?=\s|$)/gm)].map(([, , key = ""]) => key);
}

function kindOfKeys(keys: ReadonlySet<string>): "tests" | "catalog" | undefined {
  const isCatalog = ["models", "families", "overrides", "remove", "policy", "extends"].some((key) => keys.has(key));
  if (!keys.has("version")) return keys.has("models") ? "catalog" : undefined;
  if (isCatalog) return "catalog";
  return keys.has("tests") ? "tests" : undefined;
}

function kindOfValue(value: unknown): FileKind | undefined {
  if (Array.isArray(value)) return KINDS_OF_ROWS.find(([, fits]) => value.slice(0, 2).some(fits))?.[0];
  if (!isObject(value)) return undefined;
  if (isPackage(value)) return "package-json";
  if (isRequest(value)) return "request";
  const data = own(value, "data") ?? own(value, "scores");
  if (Array.isArray(data)) return kindOfValue(data);
  return kindOfKeys(new Set(Object.keys(value))) ?? kindOfEntries(Object.values(value));
}

/** Lists that are maps: the first two entries tell, since the first may document the others. */
function kindOfEntries(entries: readonly unknown[]): FileKind | undefined {
  const some = (fits: (entry: unknown) => boolean): boolean => entries.slice(0, 2).some(fits);
  if (some((entry) => has(entry, "litellm_provider"))) return "litellm";
  if (some((entry) => isObject(get(entry, "models")))) return "models-dev";
  const isOfPiAi = (row: unknown): boolean => has(row, "provider") && isObject(get(row, "cost"));
  return some((entry) => isObject(entry) && Object.values(entry).slice(0, 2).some(isOfPiAi)) ? "pi-ai" : undefined;
}

const KINDS_OF_ROWS: readonly [FileKind, (row: unknown) => boolean][] = [
  ["openrouter", (row) => has(row, "id") && (has(row, "canonical_slug") || isObject(get(row, "pricing")))],
  ["genai-prices", (row) => has(row, "id") && Array.isArray(get(row, "models"))],
  ["scores", (row) => has(row, "id") && has(row, "metric")],
];

const PREFERENCES = ["modelPreferences", "hints", "costPriority", "speedPriority", "intelligencePriority", "messages"];

function isRequest(value: unknown): boolean {
  if (PREFERENCES.some((key) => has(value, key)) || get(value, "method") === "sampling/createMessage") return true;
  const params = get(value, "params");
  return isObject(params) && isRequest(params);
}

function isPackage(value: unknown): boolean {
  const keys = ["dependencies", "devDependencies", "peerDependencies", "scripts", "main", "exports", "private"];
  return typeof get(value, "name") === "string" && keys.some((key) => has(value, key));
}

function get(value: unknown, key: string): unknown {
  return isObject(value) ? own(value, key) : undefined;
}

function has(value: unknown, key: string): boolean {
  return get(value, key) !== undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** As much of a JSON text as is there. */
function tolerant(text: string): unknown {
  try {
    return jsonc.parse(text, [], { allowTrailingComma: true });
  } catch {
    // Nested too deeply to be looked at.
    return undefined;
  }
}
