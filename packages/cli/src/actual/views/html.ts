import { STYLE } from "../../views/html/style.ts";
import { Html, html, NOTHING } from "../../views/html/tag.ts";
import type { ActualReport, ModelReport } from "../report.ts";
import {
  countText,
  endings,
  LEGEND,
  medianText,
  periodText,
  priceNotes,
  speedOverrides,
  speedText,
  totals,
} from "../words.ts";
import { chartHtml } from "./chart.ts";

const CHART_STYLE = new Html(`
.card + .card { margin-top: 1rem; }
svg.dots { width: 100%; height: auto; font: 12px system-ui, sans-serif; fill: var(--text); }
svg.dots .tick { fill: var(--soft); stroke: none; }
svg.dots line.tick { stroke: var(--line); }
svg.dots line.one { stroke: var(--accent); stroke-dasharray: 4 3; }
svg.dots g { background: none; }
svg.dots g.cost { fill: var(--cost); stroke: var(--cost); }
svg.dots g.speed { fill: var(--speed); stroke: var(--speed); }
svg.dots g line { stroke-width: 3; stroke-linecap: round; opacity: .5; }
`);

/** Predicted against real as one page that needs nothing else: no script, no font, no image. */
export function viewActualHtml(report: ActualReport): string {
  const { models } = report;
  const notes = priceNotes(report);
  const speeds = speedOverrides(report);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Predicted and real</title>
<style>${STYLE}${CHART_STYLE}</style>
</head>
<body>
<main>
<header>
<p class="over">Predicted and real, ${periodText(report)}</p>
<h1>${countText(report)}</h1>
${endings(report).map((text) => html`<p class="why">${text}</p>`)}
</header>
<section><h2>In total</h2>
<div class="card">${tableHtml(
    ["", "predicted", "real", "ratio", "calls"],
    totals(report).map(({ label, cells }) => [label, ...cells]),
  )}</div></section>
${models.length === 0 ? NOTHING : modelsHtml(models)}
${notes.length === 0 ? NOTHING : html`<section><h2>Prices that changed</h2><ul class="plain">${notes.map((text) => html`<li>${text}</li>`)}</ul></section>`}
${speeds.length === 0 ? NOTHING : html`<section><h2>Speeds to put into your catalog</h2><pre>${speeds.map((line) => html`${line}\n`)}</pre></section>`}
<footer><p>Made by route-explain --actual. ? marks what nobody said.</p>
<details><summary>The comparison as JSON</summary><pre>${JSON.stringify(report)}</pre></details></footer>
</main>
</body>
</html>
`;
  return page.markup;
}

function modelsHtml(models: readonly ModelReport[]): Html {
  const rows = models.map((model) => [
    model.id,
    String(model.calls),
    String(model.failed),
    ...[model.cost, model.seconds, model.inputTokens, model.outputTokens].map(medianText),
    speedText(model),
  ]);
  const head = ["model", "calls", "failed", "cost", "time", "tokens in", "tokens out", "tok/s"];
  return html`<section><h2>Models</h2>
<ul class="legend"><li><i class="cost"></i>cost</li><li><i class="speed"></i>time</li><li class="note">real divided by predicted: the middle call, and eight of ten</li></ul>
<div class="card">${chartHtml(models)}</div>
<div class="card">${tableHtml(head, rows)}</div><p class="note">${LEGEND}</p></section>`;
}

function tableHtml(head: readonly string[], rows: readonly (readonly string[])[]): Html {
  const cells = (row: readonly string[]): Html[] =>
    row.map((text, index) =>
      index === 0 ? html`<th scope="row">${text}</th>` : html`<td class="number">${text}</td>`,
    );
  return html`<table><thead><tr>${head.map((text, index) => (index === 0 ? html`<th scope="col">${text}</th>` : html`<th scope="col" class="number">${text}</th>`))}</tr></thead><tbody>${rows.map((row) => html`<tr>${cells(row)}</tr>\n`)}</tbody></table>`;
}
