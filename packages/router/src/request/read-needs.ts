import type { UnderstoodRequest, Warning } from "../explain/explanation.ts";
import { isRecord } from "./is-record.ts";

/** Reads what a model must be able to do; modalities default to text. */
export function readNeeds(value: unknown, warnings: Warning[]): UnderstoodRequest["needs"] {
  const needs = isRecord(value) ? value : {};
  if (value !== undefined && value !== null && !isRecord(value)) {
    warnings.push({ code: "unreadable", message: "needs: expected an object; read as no needs" });
  }
  return {
    tools: readFlag(needs["tools"], "needs.tools", warnings),
    structuredOutput: readFlag(needs["structuredOutput"], "needs.structuredOutput", warnings),
    input: readModalities(needs["input"], "needs.input", warnings),
    output: readModalities(needs["output"], "needs.output", warnings),
  };
}

function readFlag(value: unknown, name: string, warnings: Warning[]): boolean {
  if (value !== undefined && value !== null && typeof value !== "boolean") {
    warnings.push({ code: "unreadable", message: `${name}: expected true or false; read as false` });
  }
  return value === true;
}

/** A text where a list belongs is a list of one. */
function readModalities(value: unknown, name: string, warnings: Warning[]): readonly string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value ?? []].flat();
  const named = list.filter((modality) => typeof modality === "string");
  if (named.length < list.length || typeof value === "string") {
    warnings.push({ code: "unreadable", message: `${name}: expected a list of texts; the rest is passed over` });
  }
  return named.length > 0 ? [...new Set<string>(named)] : ["text"];
}
