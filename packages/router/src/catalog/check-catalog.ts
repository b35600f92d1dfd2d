import { isRecord } from "../request/is-record.ts";
import type { Catalog } from "./catalog.ts";
import { CatalogError } from "./catalog-error.ts";
import { mistakenCatalog } from "./mistaken-catalog.ts";
import type { Model } from "./model.ts";
import type { Limits, Policy, ServerPolicy } from "./policy.ts";

const WEIGHT_KEYS: readonly string[] = ["cost", "speed", "intelligence"];
const LIMIT_KEYS: readonly string[] = ["max_cost_usd", "max_seconds", "allow", "deny"];
const CHOICES: ReadonlyMap<string, readonly unknown[]> = new Map<string, readonly unknown[]>([
  ["profile", [1]],
  ["matching", ["default", "strict"]],
  ["equivalence", ["after-names", "in-order", "off"]],
]);
const SERVER_POLICY_KEYS: readonly string[] = [
  ...["defaults", "fallback", "client", "client_share", "matching", "equivalence", "limits"],
];

/**
 * Refuses a catalog whose rules would be ambiguous or silently ignored. Odd facts of a model are no reason to refuse
 * it: an impossible number counts as unknown.
 *
 * @throws CatalogError naming the first model or policy key that is wrong
 */
export function checkCatalog(catalog: Catalog): void {
  if (!isRecord(catalog)) throw new CatalogError("not-a-list", "catalog", "catalog: expected an object with models");
  const { models, families, policy } = catalog;
  if (!Array.isArray(models)) {
    const message = `catalog.models: expected a list of models${mistakenCatalog(catalog)}`;
    throw new CatalogError("not-a-list", "models", message);
  }
  if (families !== undefined && !Array.isArray(families)) {
    throw new CatalogError("not-a-list", "families", "catalog.families: expected a list of families");
  }
  checkIds(models);
  if (policy !== undefined) checkPolicy(policy);
}

function checkIds(models: readonly Model[]): void {
  const seen = new Set<string>();
  for (const [index, model] of models.entries()) {
    const id: unknown = model?.id;
    if (typeof id !== "string" || id === "") {
      throw new CatalogError("invalid-id", `models[${index}]`, `models[${index}].id: expected a text "provider/model"`);
    }
    if (seen.has(id)) throw new CatalogError("duplicate-id", id, `two models have the id "${id}": each needs its own`);
    seen.add(id);
  }
}

function checkPolicy(policy: Policy): void {
  checkKeys(policy, [...SERVER_POLICY_KEYS, "profile", "servers"], "policy");
  checkServerPolicy(policy, "policy");
  for (const [glob, entry] of Object.entries(policy.servers ?? {})) {
    const place = `policy.servers["${glob}"]`;
    checkKeys(entry, SERVER_POLICY_KEYS, place);
    checkServerPolicy(entry, place);
  }
}

function checkServerPolicy(policy: ServerPolicy, place: string): void {
  checkKeys(policy.defaults, WEIGHT_KEYS, `${place}.defaults`);
  checkKeys(policy.fallback, WEIGHT_KEYS, `${place}.fallback`);
  checkKeys(policy.client, WEIGHT_KEYS, `${place}.client`);
  checkKeys(policy.limits, LIMIT_KEYS, `${place}.limits`);
  checkLimits(policy.limits, `${place}.limits`);
}

/** A limit that cannot be read would let everything pass. */
function checkLimits(limits: Limits | undefined | null, place: string): void {
  for (const [key, value] of Object.entries(limits ?? {})) {
    if (value === undefined || value === null) continue;
    const isNumber = key.startsWith("max_");
    const isRight = isNumber ? typeof value === "number" && !Number.isNaN(value) : isListOfTexts(value);
    if (isRight) continue;
    const message = `${place}.${key}: expected ${isNumber ? "a number" : "a list of texts"}, received ${describe(value)}`;
    throw new CatalogError("invalid-policy-value", `${place}.${key}`, message);
  }
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((entry) => typeof entry === "string");
}

function describe(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  return typeof value === "object" ? "something else" : String(value);
}

/** Every key must be one of the expected, and a key with few possible values must have one of these. */
function checkKeys(value: object | undefined, expected: readonly string[], place: string): void {
  for (const [key, entry] of Object.entries(value ?? {})) {
    if (!expected.includes(key)) {
      const message = `${place}: unknown key "${key}", expected one of ${expected.join(", ")}`;
      throw new CatalogError("unknown-policy-key", `${place}.${key}`, message);
    }
    const choices = CHOICES.get(key);
    if (choices !== undefined && entry !== undefined && !choices.includes(entry)) {
      const message = `${place}.${key}: expected one of ${choices.join(", ")}, received ${String(entry)}`;
      throw new CatalogError("invalid-policy-value", `${place}.${key}`, message);
    }
  }
}
