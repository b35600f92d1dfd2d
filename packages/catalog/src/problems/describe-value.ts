import { isMap, isScalar, isSeq, type ParsedNode } from "yaml";
import { quote } from "./visible.ts";

/** A value in words, to stand after "received": `"2,5"`, `a list`, `nothing`. */
export function describeValue(node: ParsedNode | null): string {
  if (isMap(node)) return node.items.length === 0 ? "an empty map" : "a map";
  if (isSeq(node)) return node.items.length === 0 ? "an empty list" : "a list";
  if (!isScalar(node) || node.value === null) return "nothing";
  return typeof node.value === "string" ? quote(node.value) : String(node.value);
}
