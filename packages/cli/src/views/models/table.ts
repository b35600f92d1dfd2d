import { type EffectiveModel, isInUse } from "../../catalogs/effective-model.ts";
import { windowSize } from "../../facts/numbers.ts";
import type { Screen } from "../../terminal/screen.ts";
import { type Cell, type Column, layTable } from "../../terminal/table.ts";
import { visible } from "../../terminal/visible.ts";
import { wrap, wrapWords } from "../../terminal/wrap.ts";

const RIGHT: Column = { align: "right" };
const COLUMNS: readonly Column[] = [{ flexible: true }, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, {}];
const HEAD = ["model", "$ in", "$ out", "context", "iq", "tok/s", "can"];

/** What a model can do, a letter each, always in the same place. */
const ABILITIES: readonly (readonly [string, string, (model: EffectiveModel) => boolean | undefined])[] = [
  ["t", "tools", (model) => model.tool_call],
  ["s", "structured output", (model) => model.structured_output],
  ["r", "reasoning", (model) => model.reasoning],
  ["i", "image", reads("image")],
  ["p", "pdf", reads("pdf")],
  ["a", "audio", reads("audio")],
  ["v", "video", reads("video")],
];

function reads(kind: string): (model: EffectiveModel) => boolean | undefined {
  return ({ modalities }) => modalities?.input?.includes(kind);
}

/** Models as a table, a line each, with what its columns mean. */
export function viewModelsTable(models: readonly EffectiveModel[], notes: readonly string[], screen: Screen): string {
  const head = HEAD.map((text): Cell => ({ text, style: "gray" }));
  const table = layTable([head, ...models.map(modelRow)], COLUMNS, screen);
  const letters = ABILITIES.map(
    ([letter, word], index) => `${letter} ${word}${index < ABILITIES.length - 1 ? "," : ""}`,
  );
  const flat = models.some(({ billing }) => billing === "subscription") ? ["flat: paid by subscription;"] : [];
  const legend = ["$ per million tokens;", ...flat, "iq 0 to 100;", "? unknown;", "can:", ...letters];
  const below = [wrapWords(legend, screen.columns), ...notes.map((text) => wrap(text, screen.columns))].flat();
  return `${[...table, "", ...below.map((line) => screen.paint("gray", line))].join("\n")}\n`;
}

function modelRow(model: EffectiveModel): Cell[] {
  return [
    visible(model.id),
    ...priceCells(model),
    model.limit?.context === undefined ? "?" : windowSize(model.limit.context),
    String(model.intelligence?.score ?? "?"),
    String(model.speed?.output_tps ?? "?"),
    isInUse(model)
      ? abilityLetters(model)
      : { text: model.status === "retired" ? "retired" : "disabled", style: "gray" },
  ];
}

/** What a request costs; where that is nothing, why. A metered price of 0 is unknown (design section 4). */
function priceCells({ cost, billing }: EffectiveModel): [string, string] {
  if (billing === "subscription") return ["flat", "flat"];
  const unknown = billing === "metered" ? "?" : "0";
  const isStated = billing !== "metered" || (cost?.input ?? 0) > 0 || (cost?.output ?? 0) > 0;
  return [cost?.input, cost?.output].map((price) => (isStated ? String(price ?? unknown) : "?")) as [string, string];
}

function abilityLetters(model: EffectiveModel): string {
  return ABILITIES.map(([letter, , has]) => (has(model) ? letter : "-")).join("");
}
