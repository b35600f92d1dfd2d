import type { Reason, ReasonValue } from "@modelpref/router";
import { visible } from "../terminal/visible.ts";
import { dollars, seconds } from "./numbers.ts";

/** What was needed, beside the name of a reason; empty where the name says it all. */
export function neededText({ code, needed }: Pick<Reason, "code" | "needed">): string {
  if (needed === undefined || needed === null || typeof needed === "boolean") return "";
  if (code === "context-window") return `needs ${needed} tokens`;

  const text = valueText(code, needed);
  return code.endsWith("modality") ? `needs ${text}` : text;
}

/** What is not known where a limit excludes a model. */
const UNKNOWN: ReadonlyMap<Reason["code"], string> = new Map([
  ["max-cost", "price unknown"],
  ["max-seconds", "speed unknown"],
]);

/** What a model has instead, where that is a number or not known. */
export function hasText({ code, has }: Pick<Reason, "code" | "has">): string {
  if (has === null) return UNKNOWN.get(code) ?? "unknown";
  return typeof has === "number" ? valueText(code, has) : "";
}

function valueText(code: Reason["code"], value: ReasonValue): string {
  if (code === "max-cost" && typeof value === "number") return dollars(value);
  if (code === "max-seconds" && typeof value === "number") return seconds(value);
  return visible(Array.isArray(value) ? value.join(", ") : String(value));
}
