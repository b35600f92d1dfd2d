// LiteLLM, model_prices_and_context_window.json: { name: row }. Prices per token; `max_input_tokens` caps the prompt, it
// is not the window (design section 7); `max_tokens` is either of two things and not read. `mode` says what a model is.

import { isWritten, writtenList } from "../../layers/written.ts";
import type { Expected, Place, Reader, Reading } from "../row.ts";
import { type PriceKeys, readCost, type StatedPrices, type StatedTier } from "../values/cost.ts";
import { statusOn } from "../values/life.ts";
import { drop, readId, take } from "../values/make-row.ts";
import { isLocal, providerName } from "../values/providers.ts";
import { isUsable, RowValues } from "../values/row-values.ts";
import { get, pairs } from "../values/written.ts";

const EXPECTED: Expected = { expected: 'a map of models, each with "litellm_provider"' };
/** The row that documents the others. */
const SAMPLE = "sample_spec";
const CHAT: ReadonlySet<unknown> = new Set(["chat", "responses"]);
/** `input_cost_per_token_above_200k_tokens`; what follows in other keys is a price for priority or batches. */
const ABOVE = /^input_cost_per_token_above_(\d{1,6})k_tokens$/;

/** The catalog's names of prices, and LiteLLM's. */
const KEYS: PriceKeys = {
  input: "input_cost_per_token",
  output: "output_cost_per_token",
  cache_read: "cache_read_input_token_cost",
  cache_write: "cache_creation_input_token_cost",
};
const PRICES = Object.entries(KEYS);

export const readLitellm: Reader = (data, reading, { today }) => {
  const rows = pairs(data);
  if (!rows.some(([, row]) => get(row, "litellm_provider") !== undefined)) return EXPECTED;
  for (const [key, row] of rows) {
    reading.rowsIn += 1;
    if (key === SAMPLE) drop(reading, "sample", [key]);
    else if (!isWritten(row)) drop(reading, "not-a-row", [key]);
    else readRow(reading, key, row, today);
  }
  return undefined;
};

function readRow(reading: Reading, key: string, row: object, today: string): undefined {
  const place: Place = [key];
  const mode = get(row, "mode");
  const stated = get(row, "litellm_provider");
  const provider = typeof stated === "string" ? providerName(stated) : undefined;
  const id = readId(provider, provider === undefined ? key : withoutProvider(key, provider), place, reading);
  if (id === undefined || provider === undefined) return;
  if (!CHAT.has(mode)) return drop(reading, "not-chat", place, typeof mode === "string" ? mode : "no mode");
  const values = new RowValues(reading, place);
  const billing = isLocal(provider) ? "local" : undefined;
  const cost = { ...pricesOf(row, ""), tiers: tiersOf(row), unit: "per-token", place: [], keys: KEYS } as const;
  take(reading, place, {
    id,
    aliases: aliasesOf(row),
    status: statusOn(get(row, "deprecation_date"), today),
    reasoning: values.flag(get(row, "supports_reasoning"), ["supports_reasoning"]),
    tool_call: values.flag(get(row, "supports_function_calling"), ["supports_function_calling"]),
    structured_output: values.flag(get(row, "supports_response_schema"), ["supports_response_schema"]),
    modalities: { input: inputsOf(row) },
    limit: {
      input: values.tokens(get(row, "max_input_tokens"), ["max_input_tokens"]),
      output: values.tokens(get(row, "max_output_tokens"), ["max_output_tokens"]),
    },
    billing,
    cost: readCost(withFirstRange(cost, row), billing, values),
  });
}

/** `gemini/gemini-3-pro` of the provider gemini is sent as gemini-3-pro. */
function withoutProvider(key: string, provider: string): string {
  const slash = key.indexOf("/");
  return slash > 0 && providerName(key.slice(0, slash)) === provider ? key.slice(slash + 1) : key;
}

/** Names that the list gives a model besides its key; moving ones among them. */
function aliasesOf(row: object): string[] | undefined {
  const names = writtenList(get(row, "aliases")).filter(
    (name) => typeof name === "string" && isUsable(name),
  ) as string[];
  return names.length > 0 ? names : undefined;
}

/** Only what is said to be supported: the list leaves most abilities out. */
function inputsOf(row: object): string[] | undefined {
  const kinds = [
    ["image", "supports_vision"],
    ["pdf", "supports_pdf_input"],
    ["audio", "supports_audio_input"],
    ["video", "supports_video_input"],
  ] as const;
  const inputs = kinds.filter(([, flag]) => get(row, flag) === true).map(([kind]) => kind);
  return inputs.length > 0 ? ["text", ...inputs] : undefined;
}

function pricesOf(row: unknown, suffix: string): StatedPrices {
  return Object.fromEntries(PRICES.map(([name, key]) => [name, get(row, `${key}${suffix}`)]));
}

function tiersOf(row: object): StatedTier[] {
  const named = Object.keys(row).flatMap((key): StatedTier[] => {
    const thousands = ABOVE.exec(key)?.[1];
    if (thousands === undefined) return [];
    return [{ ...pricesOf(row, `_above_${thousands}k_tokens`), above: Number(thousands) * 1000, place: [key] }];
  });
  const ranges = writtenList(get(row, "tiered_pricing")).flatMap((tier, index): StatedTier[] => {
    const [start] = writtenList(get(tier, "range"));
    return start === 0 ? [] : [{ ...pricesOf(tier, ""), above: start, place: ["tiered_pricing", index] }];
  });
  return [...named, ...ranges];
}

/** Rows priced by ranges state the first range there, and no price of their own. */
function withFirstRange<Cost extends StatedPrices>(cost: Cost, row: object): Cost {
  const first = writtenList(get(row, "tiered_pricing")).find((tier) => writtenList(get(tier, "range"))[0] === 0);
  return first === undefined || cost.input !== undefined ? cost : { ...cost, ...pricesOf(first, "") };
}
