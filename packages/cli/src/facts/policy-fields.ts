import type { ValueOrigin } from "@modelpref/catalog";
import type { Field } from "./fields.ts";

/** What holds where the policy does not say otherwise (design sections 4 and 8), in the order of the catalog's format. */
const DEFAULTS: readonly (readonly [path: readonly string[], value: unknown])[] = [
  [["profile"], 1],
  [["defaults", "cost"], 0],
  [["defaults", "speed"], 0],
  [["defaults", "intelligence"], 0],
  [["fallback", "cost"], 1],
  [["fallback", "speed"], 1],
  [["fallback", "intelligence"], 1],
  [["client"], []],
  [["client_share"], 0],
  [["matching"], "default"],
  [["equivalence"], "after-names"],
  [["limits"], []],
  [["servers"], []],
];

/**
 * Every value of a policy in the order of the catalog's format, deleted ones with the value `null`, and the defaults of
 * what it leaves out; entries for servers last, as they stand.
 */
export function policyFields(origins: readonly ValueOrigin[]): Field[] {
  const left = new Set(origins);
  const fields = DEFAULTS.flatMap(([path, value]) => {
    const stated = origins.filter((origin) => left.has(origin) && begins(origin.path, path));
    for (const origin of stated) left.delete(origin);
    const fields = stated.map((origin): Field => ({ from: "file", ...origin }));
    const isStated = fields.some((field) => field.value !== null);
    return isStated ? fields : [...fields, { from: "default", path, value } satisfies Field];
  });
  // Maps that were deleted whole; the way to the policy itself is empty.
  const deleted = [...left].map((origin): Field => ({ from: "file", ...origin, path: ["policy", ...origin.path] }));
  return [...deleted, ...fields];
}

function begins(path: readonly string[], beginning: readonly string[]): boolean {
  return beginning.every((step, index) => path[index] === step);
}
