import type { ImportedList } from "../read-list.ts";
import { entryPairs, factsOf } from "./entry.ts";
import { itemLines, renderPair } from "./render.ts";

/** A list as a catalog of its own, in YAML. It declares no families, so its models name none. */
export function printCatalog(list: ImportedList, { today }: { today: string }): string {
  const models = list.rows.flatMap((row) => [
    "",
    ...itemLines(entryPairs(row.model.id, factsOf(row, list, new Set())), 2).map((line) => `  ${line}`),
  ]);
  const sources = [...list.cited].flatMap(([key, about]) => renderPair(key, about, 2).map((line) => `  ${line}`));
  const lines = [
    "version: 1",
    `updated: ${today}`,
    ...(models.length > 0 ? ["models:", ...models.slice(1)] : ["models: []"]),
    ...(sources.length > 0 ? ["", "sources:", ...sources] : []),
  ];
  return `${lines.join("\n")}\n`;
}
