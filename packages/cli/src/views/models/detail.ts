import type { EffectiveModel } from "../../catalogs/effective-model.ts";
import type { Screen } from "../../terminal/screen.ts";
import { visible } from "../../terminal/visible.ts";
import { labelled } from "../text/section.ts";

/** Units of the facts that have one. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ["cost.input", "USD per million tokens"],
  ["cost.output", "USD per million tokens"],
  ["cost.cache_read", "USD per million tokens"],
  ["cost.cache_write", "USD per million tokens"],
  ["limit.context", "tokens"],
  ["limit.input", "tokens"],
  ["limit.output", "tokens"],
  ["intelligence.score", "of 100"],
  ["speed.output_tps", "tokens per second"],
  ["speed.ttft_ms", "ms to the first token"],
]);

/** Every field of one model, one a line, with the source of each fact that names one. */
export function viewModel(model: EffectiveModel, screen: Screen): string {
  const { id, sources = {}, ...fields } = model;
  const rows = Object.entries(fields).flatMap(([field, value]) => {
    const source = Object.hasOwn(sources, field) ? sources[field] : undefined;
    return flatten(field, value).map(([path, text]): [string, string] => {
      const unit = UNITS.get(path);
      const fact = unit === undefined ? text : `${text} ${unit}`;
      return [path, visible(source === undefined ? fact : `${fact}  (${source})`)];
    });
  });
  return `${[screen.paint("bold", visible(id)), ...labelled(rows, screen)].join("\n")}\n`;
}

/** A value as lines of path and text; objects a line a key. */
function flatten(path: string, value: unknown): [string, string][] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return [[path, value.map(entryText).join(" ") || "none"]];
  if (typeof value !== "object") return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => flatten(`${path}.${key}`, inner));
}

/** An entry of a list; price tiers are objects. */
function entryText(entry: unknown): string {
  if (typeof entry !== "object" || entry === null) return String(entry);
  const parts = Object.entries(entry).map(([key, value]) => `${key} ${value}`);
  return `[${parts.join(", ")}]`;
}
