import type { CriterionName, Explanation, RankedModel } from "@modelpref/router";
import { quote } from "@modelpref/router/words";
import { matchGroups } from "../../facts/groups.ts";
import { fourDigits } from "../../facts/numbers.ts";
import { type Measure, measuredValue, measureOf, rawText, shares } from "../../facts/terms.ts";
import { CRITERIA, MATCH_NOTES } from "../../facts/words.ts";
import { type Html, html, NOTHING } from "./tag.ts";

// Explicit roles: browsers forget that a table is one when a narrow page lays it out otherwise.

/** The ranking as a table whose bars are a chart for the eye; every number of the chart stands beside it. */
export function rankingHtml(explanation: Explanation, top: number): Html {
  const measure = measureOf(explanation);
  const shown = explanation.ranked.slice(0, top);
  const full = Math.max(...shown.map((model) => measuredValue(model, measure)));
  const hidden = explanation.ranked.length - shown.length;
  return html`${legend(measure)}
<div class="card"><table class="ranking" role="table">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">#</th><th role="columnheader" scope="col">model</th><th role="columnheader" scope="col" class="number">${measure.name}</th><th role="columnheader" scope="col">terms</th>${CRITERIA.map((name) => html`<th role="columnheader" scope="col" class="number">${name}</th>`)}</tr></thead>
<tbody role="rowgroup">${matchGroups(shown).map((group) => groupHtml(group, measure, full))}</tbody>
</table></div>
${hidden > 0 ? html`<p class="note">… and ${hidden} more.</p>` : NOTHING}`;
}

function legend(measure: Measure): Html {
  const weighed = CRITERIA.filter((name) => measure.weights[name] > 0);
  const entries = weighed.map((name) => html`<li><i class="${name}"></i>${name} × ${measure.weights[name]}</li>`);
  return html`<ul class="legend" aria-label="What the bars are made of">${entries}<li class="note">small numbers: what a value adds to the ${measure.name}</li></ul>`;
}

function groupHtml(group: readonly RankedModel[], measure: Measure, full: number): Html {
  const [first] = group;
  return html`${first ? groupHeading(first) : NOTHING}${group.map((model) => modelHtml(model, measure, full))}`;
}

function groupHeading({ match, outputShortfall }: RankedModel): Html {
  const found = match
    ? `hint ${match.hintIndex + 1} ${quote(match.hint)}: ${match.class}, ${MATCH_NOTES[match.class]}`
    : "no hint";
  const text = outputShortfall ? `${found}; cannot give all of maxTokens` : found;
  return html`<tr class="group" role="row"><th role="rowheader" colspan="7" scope="rowgroup">${text}</th></tr>\n`;
}

function modelHtml(model: RankedModel, measure: Measure, full: number): Html {
  const parts = shares(model, measure, full).filter(({ share }) => share > 0);
  const bar = parts.map(({ criterion, share }) => html`<i class="${criterion}" style="width:${percent(share)}"></i>`);
  return html`<tr role="row"${model.rank === 1 ? html` class="pick"` : NOTHING}><td role="cell">${model.rank}</td><th role="rowheader" scope="row">${model.id}</th><td role="cell" class="number">${fourDigits(measuredValue(model, measure))}</td><td role="cell" class="chart"><div class="bar" aria-hidden="true">${bar}</div></td>${CRITERIA.map((name) => termHtml(model, name, measure))}</tr>\n`;
}

/** A criterion's raw value and what it adds to the score. */
function termHtml(model: RankedModel, name: CriterionName, { weights }: Measure): Html {
  const term = model.criteria[name];
  const added = fourDigits(term.utility * weights[name]);
  return html`<td role="cell" class="number term" data-term="${name}">${rawText(term)} <span class="note">${added}</span></td>`;
}

function percent(share: number): string {
  return `${Math.round(share * 1e4) / 100}%`;
}
