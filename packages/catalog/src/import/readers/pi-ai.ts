// pi-ai, dist/providers/data/*.json: { wire format: { key: row } }. Prices per million tokens, 0 where not known. Its chat
// list holds only models that call tools. Two wire formats may list one id; the kind of model tells them apart.

import { isWritten, writtenList } from "../../layers/written.ts";
import type { Expected, Place, Reader, Reading } from "../row.ts";
import { type PriceKeys, readCost, type StatedPrices } from "../values/cost.ts";
import { drop, readId, take } from "../values/make-row.ts";
import { readModalities } from "../values/modalities.ts";
import { isLocal, providerName } from "../values/providers.ts";
import { RowValues } from "../values/row-values.ts";
import { get, pairs } from "../values/written.ts";

const EXPECTED: Expected = { expected: 'a map of wire formats, each a map of models with "provider" and "cost"' };

const KEYS: PriceKeys = { input: "input", output: "output", cache_read: "cacheRead", cache_write: "cacheWrite" };

export const readPiAi: Reader = (data, reading) => {
  const rows = pairs(data).flatMap(([format, models]) =>
    pairs(models).map(([key, row]): [Place, unknown] => [[format, key], row]),
  );
  if (!rows.some(([, row]) => isWritten(get(row, "cost")))) return EXPECTED;
  for (const [place, row] of rows) {
    reading.rowsIn += 1;
    readRow(reading, place, row);
  }
  return undefined;
};

function readRow(reading: Reading, place: Place, row: unknown): undefined {
  if (!isWritten(row)) return drop(reading, "not-a-row", place);
  const stated = get(row, "provider");
  const provider = typeof stated === "string" ? providerName(stated) : "";
  const id = readId(provider, get(row, "id"), place, reading);
  if (id === undefined) return;
  const kind = get(row, "type") ?? "chat";
  if (kind !== "chat") return drop(reading, "not-chat", place, typeof kind === "string" ? kind : "no kind");
  const values = new RowValues(reading, place);
  const billing = isLocal(provider) ? "local" : get(row, "free") === true ? "free" : undefined;
  take(reading, place, {
    id,
    name: values.text(get(row, "name"), ["name"]),
    reasoning: values.flag(get(row, "reasoning"), ["reasoning"]),
    tool_call: true,
    modalities: { input: readModalities(get(row, "input"), ["input"], values) },
    limit: {
      context: values.tokens(get(row, "contextWindow"), ["contextWindow"]),
      output: values.tokens(get(row, "maxTokens"), ["maxTokens"]),
    },
    billing,
    cost: readCost({ ...costOf(get(row, "cost")), unit: "per-million", place: ["cost"], keys: KEYS }, billing, values),
  });
}

function costOf(cost: unknown): Pick<Parameters<typeof readCost>[0], "tiers"> & StatedPrices {
  const tiers = writtenList(get(cost, "tiers")).map((tier, index) => ({
    ...prices(tier),
    above: get(tier, "inputTokensAbove"),
    place: ["cost", "tiers", index],
  }));
  return { ...prices(cost), tiers };
}

function prices(cost: unknown): StatedPrices {
  return {
    input: get(cost, "input"),
    output: get(cost, "output"),
    cache_read: get(cost, "cacheRead"),
    cache_write: get(cost, "cacheWrite"),
  };
}
