import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json.ts";

/** The SHA-256 of a JSON value, in hexadecimal: equal for equal values, and nothing of them can be read in it. */
export function digestOf(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}
