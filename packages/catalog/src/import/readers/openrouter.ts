// OpenRouter, its models list: { data: [row] }. Prices are strings, per token; "-1" where the price depends on what is
// behind. `:free` models cost nothing. A moving name (`~anthropic/claude-sonnet-latest`) tells what it stands for by `canonical_slug`.

import { isWritten, writtenList } from "../../layers/written.ts";
import type { Expected, Place, Reader, Reading } from "../row.ts";
import { readCost } from "../values/cost.ts";
import { statusOn } from "../values/life.ts";
import { drop, readId, take } from "../values/make-row.ts";
import { readModalities } from "../values/modalities.ts";
import { wordOfAnotherKind } from "../values/not-chat.ts";
import { RowValues } from "../values/row-values.ts";
import { get } from "../values/written.ts";

const EXPECTED: Expected = { expected: 'a list of models, or a map with the list "data"' };

export const readOpenrouter: Reader = (data, reading, { today }) => {
  const list = Array.isArray(data) ? data : get(data, "data");
  if (!Array.isArray(list)) return EXPECTED;
  const way: Place = Array.isArray(data) ? [] : ["data"];
  for (const [index, row] of list.entries()) {
    reading.rowsIn += 1;
    readRow(reading, [...way, index], row, today);
  }
  return undefined;
};

function readRow(reading: Reading, place: Place, row: unknown, today: string): undefined {
  if (!isWritten(row)) return drop(reading, "not-a-row", place);
  const name = get(row, "id");
  const id = readId("openrouter", name, place, reading);
  if (id === undefined) return;
  const values = new RowValues(reading, place);
  const about = get(row, "architecture");
  const output = readModalities(get(about, "output_modalities"), ["architecture", "output_modalities"], values);
  const kind = output?.includes("text") === false ? output.join("+") : wordOfAnotherKind(id);
  if (kind !== undefined) return drop(reading, "not-chat", place, kind);
  const provider = get(row, "top_provider");
  const slug = get(row, "canonical_slug");
  const billing = id.endsWith(":free") ? "free" : undefined;
  const stated = {
    id,
    name: values.text(get(row, "name"), ["name"]),
    status: statusOn(get(row, "expiration_date"), today),
    ...abilities(row),
    modalities: {
      input: readModalities(get(about, "input_modalities"), ["architecture", "input_modalities"], values),
      output,
    },
    limit: {
      context: values.tokens(get(provider, "context_length") ?? get(row, "context_length"), ["context_length"]),
      output: values.tokens(get(provider, "max_completion_tokens"), ["top_provider", "max_completion_tokens"]),
    },
    billing,
    cost: readCost(pricing(get(row, "pricing")), billing, values),
  } as const;
  take(reading, place, stated, typeof slug === "string" ? { canonical: slug } : {});
}

function abilities(row: object): { reasoning?: boolean; tool_call?: boolean; structured_output?: boolean } {
  const supported = get(row, "supported_parameters");
  if (!Array.isArray(supported)) return {};
  const has = (parameter: string): boolean => writtenList(supported).includes(parameter);
  return { reasoning: has("reasoning"), tool_call: has("tools"), structured_output: has("structured_outputs") };
}

function pricing(stated: unknown): Parameters<typeof readCost>[0] {
  return {
    input: get(stated, "prompt"),
    output: get(stated, "completion"),
    cache_read: get(stated, "input_cache_read"),
    cache_write: get(stated, "input_cache_write"),
    unit: "per-token",
    place: ["pricing"],
    keys: { input: "prompt", output: "completion", cache_read: "input_cache_read", cache_write: "input_cache_write" },
  };
}
