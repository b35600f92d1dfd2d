/** Units of the facts that have one. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ["cost.input", "USD per M tokens"],
  ["cost.output", "USD per M tokens"],
  ["cost.cache_read", "USD per M tokens"],
  ["cost.cache_write", "USD per M tokens"],
  ["limit.context", "tokens"],
  ["limit.input", "tokens"],
  ["limit.output", "tokens"],
  ["intelligence.score", "of 100"],
  ["speed.output_tps", "tokens per second"],
  ["speed.ttft_ms", "ms to the first token"],
  ["limits.max_cost_usd", "USD at most"],
  ["limits.max_seconds", "seconds at most"],
]);

/** A value in words, with the unit of the field at that path, be it of a model, of the policy or of an entry of its servers. */
export function valueText(path: string, value: unknown): string {
  const unit = UNITS.get(path.split(".").slice(-2).join("."));
  return unit === undefined ? bareText(value) : `${bareText(value)} ${unit}`;
}

function bareText(value: unknown): string {
  if (Array.isArray(value)) return value.map(entryText).join(" ") || "none";
  return typeof value === "object" && value !== null ? entryText(value) : String(value);
}

/** An entry of a list, or a whole map; price tiers are maps. */
function entryText(entry: unknown): string {
  if (typeof entry !== "object" || entry === null) return String(entry);
  const parts = Object.entries(entry).map(([key, value]) => `${key} ${bareText(value)}`);
  return `[${parts.join(", ")}]`;
}
