// Judges one model: every fact is agreed by the sources, settled by hand, left out, or a problem that stops the rebuild.

import { vote } from "./votes.mjs";

/** Facts a model of the catalog must have; the others are left out when the sources differ. */
const REQUIRED = new Set(["price", "tiers", "context", "max_output", "reasoning"]);
const FIELDS = ["price", "tiers", "cache_read", "cache_write", "context", "max_output", "reasoning", "image"];

/**
 * @param {{ id: string, billing?: string }} model as listed by hand
 * @param {Map<string, Record<string, unknown>>} voices what each source says of it
 * @param {(model: string, field: string) => object | undefined} settlementOf what was settled by hand
 * @returns {{ facts: Map<string, { value: unknown, voices?: string[], source?: string }>, rows: object[], problems: string[] }}
 * `rows`: the table of disagreements, each with how it ended
 */
export function judge(model, voices, settlementOf) {
  const judged = { facts: new Map(), rows: [], problems: [] };
  if (voices.size === 0) judged.problems.push(`${model.id}: no source knows it`);
  for (const field of FIELDS.filter((name) => applies(name, model))) {
    const said = new Map([...voices].map(([voice, record]) => [voice, record[field]]));
    judgeField(model.id, field, said, settlementOf(model.id, field), judged);
  }
  return judged;
}

/** Nobody pays for a local or free model, and how much a local one may write is its user's choice. */
function applies(field, { billing = "metered" }) {
  if (["price", "tiers", "cache_read", "cache_write"].includes(field)) return billing === "metered";
  return field !== "max_output" || billing !== "local";
}

function judgeField(id, field, said, settlement, { facts, rows, problems }) {
  const { outcome, value, voices, outvoted } = vote(said);
  const row = (ending) => rows.push({ model: id, field, said, ending });
  if (outcome === "agreed") {
    facts.set(field, { value, voices });
    if (outvoted) row(`agreed by ${voices.join(" and ")}`);
    if (settlement)
      problems.push(`${id}: ${field} is settled by hand, but the sources agree: remove it from settled.yaml`);
  } else if (settlement) {
    const taken = take(settlement, said);
    if (taken.value === undefined)
      problems.push(`${id}: ${field} is settled as ${settlement.take}, which says nothing`);
    else facts.set(field, taken);
    row(`by hand: ${settlement.take ?? settlement.source}: ${settlement.why}`);
  } else if (needed(field, outcome, value)) {
    problems.push(`${id}: ${field} is not settled: ${describe(said)}`);
  } else if (outcome === "conflict") {
    row("left out");
  }
}

/** One source alone saying "one price, no tiers" is what every source without tiers means. */
function needed(field, outcome, value) {
  if (field === "tiers") return outcome === "conflict" || (outcome === "alone" && value.length > 0);
  return REQUIRED.has(field);
}

function take({ take: voice, value, source }, said) {
  return voice === undefined ? { value, source } : { value: said.get(voice), voices: [voice] };
}

/** `pi-ai 272000, pi-catalog 1050000`, for the table and for problems. */
export function describe(said) {
  const parts = [...said]
    .filter(([, value]) => value !== undefined)
    .map(([voice, value]) => `${voice} ${brief(value)}`);
  return parts.length === 0 ? "no source says" : parts.join(", ");
}

function brief(value) {
  if (!Array.isArray(value)) return String(value);
  if (value.length === 0) return "none";
  return typeof value[0] === "number"
    ? value.join("/")
    : value.map((tier) => `>${tier.above} ${tier.input}/${tier.output}`).join(" ");
}
