import type { ModelPreferences } from "@modelpref/router";
import type { Path } from "../problems/problem.ts";
import { checkPresent, type Findings, isObject, type JsonObject, kinds, own } from "./checks.ts";
import { PARAMS_KEYS, readParams } from "./params.ts";
import { PREFERENCE_KEYS, readPreferences } from "./preferences.ts";
import { received } from "./received.ts";
import { warnOfUnknownKeys } from "./unknown-keys.ts";

/** A request as a document states it. */
export type StatedRequest = {
  /** The `id` of the object that holds the request; undefined where it has none. */
  id?: unknown;
  preferences: ModelPreferences;
  /** Where these stand in the document; left out where there is none. */
  preferencesAt?: Path;
  /** The params of `sampling/createMessage`; undefined where the document holds bare preferences. */
  params?: JsonObject;
};

/** A JSON-RPC request may itself stand under `params`. */
const DEEPEST_PARAMS = 2;

const METHOD = "sampling/createMessage";

const FORMS =
  "modelPreferences, the params of sampling/createMessage, a JSON-RPC request, or an object with one under params";

/** Goes down `params` to the object that states the request. */
function unwrap(findings: Findings, object: JsonObject, path: Path): { inner: JsonObject; path: Path } | undefined {
  const method = own(object, "method");
  if (method !== undefined && method !== METHOD) {
    findings.problems.push({
      code: "wrong-value",
      path: [...path, "method"],
      expected: `"${METHOD}"`,
      received: received(method),
    });
    return undefined;
  }
  const params = own(object, "params");
  const at = [...path, "params"];
  if (params === undefined && method === undefined) return { inner: object, path };
  if (!checkPresent(findings, params, kinds.object, at) || !isObject(params)) return undefined;
  return path.length < DEEPEST_PARAMS - 1 ? unwrap(findings, params, at) : { inner: params, path: at };
}

function hasOneOf(object: JsonObject, keys: readonly string[]): boolean {
  return keys.some((key) => Object.hasOwn(object, key));
}

function refuseForm(findings: Findings, object: JsonObject, path: Path): void {
  warnOfUnknownKeys(findings, object, [...PREFERENCE_KEYS, ...PARAMS_KEYS], path, "ignored");
  findings.problems.push({
    code: "unknown-form",
    path,
    expected: FORMS,
    received: "an object with none of their keys",
  });
}

/**
 * Reads a parsed document as a request (design section 7): `modelPreferences`, the params of
 * `sampling/createMessage`, a JSON-RPC request, or any object that holds one of these under `params`.
 * Gives undefined, and at least one problem, where it is none of them.
 */
export function readRequest(findings: Findings, document: unknown): StatedRequest | undefined {
  if (!isObject(document)) {
    findings.problems.push({
      code: "wrong-type",
      path: [],
      expected: `a JSON object: ${FORMS}`,
      received: received(document),
    });
    return undefined;
  }
  const found = unwrap(findings, document, []);
  if (found === undefined) return undefined;
  const { inner, path } = found;
  const id = Object.hasOwn(document, "id") ? { id: document["id"] } : {};
  if (hasOneOf(inner, PARAMS_KEYS)) {
    const preferencesAt = [...path, "modelPreferences"];
    return { ...id, preferences: readParams(findings, inner, path), preferencesAt, params: inner };
  }
  if (hasOneOf(inner, PREFERENCE_KEYS) || Object.keys(inner).length === 0) {
    return { ...id, preferences: readPreferences(findings, inner, path), preferencesAt: path };
  }
  refuseForm(findings, inner, path);
  return undefined;
}
