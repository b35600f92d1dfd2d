// models.dev, api.json: { provider: { id, models: { model: row } } }. Prices per million tokens; 0 tokens is not known.
// A row may state the same long-context price twice: `tiers` with its boundary, and the older `context_over_200k`,
// whose name tells the wrong boundary where it is 272k. So the latter counts only where there are no tiers.

import { isWritten, writtenList } from "../../layers/written.ts";
import type { Expected, Place, Reader, Reading } from "../row.ts";
import { readCost, type StatedTier } from "../values/cost.ts";
import { statedStatus } from "../values/life.ts";
import { drop, readId, take } from "../values/make-row.ts";
import { readModalities } from "../values/modalities.ts";
import { wordOfAnotherKind } from "../values/not-chat.ts";
import { isLocal } from "../values/providers.ts";
import { RowValues } from "../values/row-values.ts";
import { get, pairs } from "../values/written.ts";

const EXPECTED: Expected = { expected: 'a map of providers, each with a map "models"' };

export const readModelsDev: Reader = (data, reading) => {
  const providers = pairs(data).filter(([, provider]) => isWritten(get(provider, "models")));
  if (providers.length === 0) return EXPECTED;
  for (const [key, provider] of providers) {
    for (const [name, row] of pairs(get(provider, "models"))) {
      reading.rowsIn += 1;
      readRow(reading, [key, "models", name], row);
    }
  }
  return undefined;
};

function readRow(reading: Reading, place: Place, row: unknown): undefined {
  const [provider = "", , name] = place;
  if (!isWritten(row)) return drop(reading, "not-a-row", place);
  const id = readId(provider, get(row, "id") ?? name, place, reading);
  if (id === undefined) return;
  const values = new RowValues(reading, place);
  const output = readModalities(get(get(row, "modalities"), "output"), ["modalities", "output"], values);
  const kind = output?.includes("text") === false ? output.join("+") : wordOfAnotherKind(id);
  if (kind !== undefined) return drop(reading, "not-chat", place, kind);
  const limit = get(row, "limit");
  const billing = isLocal(String(provider)) ? "local" : undefined;
  take(reading, place, {
    id,
    name: values.text(get(row, "name"), ["name"]),
    family: values.text(get(row, "family"), ["family"]),
    status: statedStatus(get(row, "status")),
    reasoning: values.flag(get(row, "reasoning"), ["reasoning"]),
    tool_call: values.flag(get(row, "tool_call"), ["tool_call"]),
    structured_output: values.flag(get(row, "structured_output"), ["structured_output"]),
    modalities: {
      input: readModalities(get(get(row, "modalities"), "input"), ["modalities", "input"], values),
      output,
    },
    limit: {
      context: values.tokens(get(limit, "context"), ["limit", "context"]),
      input: values.tokens(get(limit, "input"), ["limit", "input"]),
      output: values.tokens(get(limit, "output"), ["limit", "output"]),
    },
    billing,
    cost: readCost(
      { ...prices(get(row, "cost")), tiers: tiersOf(row), unit: "per-million", place: ["cost"] },
      billing,
      values,
    ),
  });
}

function prices(cost: unknown): Pick<StatedTier, "input" | "output" | "cache_read" | "cache_write"> {
  return {
    input: get(cost, "input"),
    output: get(cost, "output"),
    cache_read: get(cost, "cache_read"),
    cache_write: get(cost, "cache_write"),
  };
}

function tiersOf(row: unknown): StatedTier[] {
  const cost = get(row, "cost");
  const byContext = writtenList(get(cost, "tiers")).flatMap((tier, index): StatedTier[] => {
    const bound = get(tier, "tier");
    if (get(bound, "type") !== "context") return [];
    return [{ ...prices(tier), above: get(bound, "size"), place: ["cost", "tiers", index] }];
  });
  const over200k = get(cost, "context_over_200k");
  if (byContext.length > 0 || !isWritten(over200k)) return byContext;
  return [{ ...prices(over200k), above: 200_000, place: ["cost", "context_over_200k"] }];
}
