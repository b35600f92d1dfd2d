import { type Html, html } from "../../views/html/tag.ts";
import type { Comparison, ModelReport } from "../report.ts";
import { ratioText } from "../words.ts";

const WIDTH = 640;
const ROW = 34;
const TOP = 26;
/** Ratios further out are drawn at the edge. */
const MOST = 8;
const TICKS = [1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8];

/** Real divided by predicted for each model: a dot for the middle call, a line for eight of ten; as predicted is the middle. */
export function chartHtml(models: readonly ModelReport[]): Html {
  const shown = models.filter(({ cost, seconds }) => cost !== null || seconds !== null);
  const height = TOP + shown.length * (ROW + 16);
  const ticks = TICKS.map(
    (ratio) =>
      html`<line class="${ratio === 1 ? "one" : "tick"}" x1="${placeOf(ratio)}" x2="${placeOf(ratio)}" y1="${TOP}" y2="${height}"/><text class="tick" x="${placeOf(ratio)}" y="14" text-anchor="middle">${tickText(ratio)}</text>`,
  );
  const rows = shown.map((model, index) => rowSvg(model, TOP + index * (ROW + 16)));
  return html`<svg class="dots" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Real divided by predicted, cost and time of each model; the table below has the numbers">${ticks}${rows}</svg>`;
}

function rowSvg({ id, cost, seconds }: ModelReport, top: number): Html {
  return html`<text x="0" y="${top + 14}">${id}</text>${dot(cost, "cost", top + 26)}${dot(seconds, "speed", top + 38)}`;
}

function dot(comparison: Comparison | null, kind: "cost" | "speed", y: number): Html {
  if (comparison === null) return html``;
  const { p10, median, p90 } = comparison;
  const title = `${kind === "cost" ? "cost" : "time"}: ${ratioText(median)}, eight of ten from ${ratioText(p10)} to ${ratioText(p90)}`;
  return html`<g class="${kind}"><title>${title}</title><line x1="${placeOf(p10)}" x2="${placeOf(p90)}" y1="${y}" y2="${y}"/><circle cx="${placeOf(median)}" cy="${y}" r="5"/></g>`;
}

function tickText(ratio: number): string {
  return ratio < 1 ? `÷ ${1 / ratio}` : ratio === 1 ? "as predicted" : `× ${ratio}`;
}

/** Logarithmic: twice and half are as far from the middle. */
function placeOf(ratio: number): number {
  const clamped = Math.min(MOST, Math.max(1 / MOST, ratio));
  const margin = 44;
  const share = (Math.log2(clamped) / Math.log2(MOST) + 1) / 2;
  return Math.round(margin + share * (WIDTH - 2 * margin));
}
