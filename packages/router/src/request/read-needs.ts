import type { UnderstoodRequest, Warning } from "../explain/explanation.ts";
import { isRecord } from "./is-record.ts";

/** Reads what a model must be able to do; modalities default to text. */
export function readNeeds(value: unknown, warnings: Warning[]): UnderstoodRequest["needs"] {
  const needs = isRecord(value) ? value : {};
  if (value !== undefined && value !== null && !isRecord(value)) {
    warnings.push({ code: "unreadable", message: "needs: expected an object; read as no needs" });
  }
  return {
    tools: needs["tools"] === true,
    structuredOutput: needs["structuredOutput"] === true,
    input: readModalities(needs["input"]),
    output: readModalities(needs["output"]),
  };
}

function readModalities(value: unknown): readonly string[] {
  const named = Array.isArray(value) ? value.filter((modality) => typeof modality === "string") : [];
  return named.length > 0 ? [...new Set<string>(named)] : ["text"];
}
