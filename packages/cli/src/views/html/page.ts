import type { Explanation } from "@modelpref/router";
import { describePick } from "@modelpref/router/words";
import { changeText } from "../../facts/change-text.ts";
import { exclusionGroups, modelsInUse } from "../../facts/excluded.ts";
import { noChangeText } from "../../facts/no-change.ts";
import { requestRows } from "../../facts/request-rows.ts";
import { REASON_LABELS } from "../../facts/words.ts";
import { rankingHtml } from "./ranking.ts";
import { STYLE } from "./style.ts";
import { type Html, html, NOTHING } from "./tag.ts";

/** An explanation as one page that needs nothing else: no script, no font, no image. It must hold the whole ranking. */
export function viewHtml(explanation: Explanation, top: number): string {
  const { pick, ranked, warnings } = explanation;
  const inUse = modelsInUse(explanation);
  const title = pick ?? "No model can serve this request";
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<header>
<p class="over">${pick === null ? "Nothing is picked" : "The pick"}</p>
<h1${pick === null ? html` class="none"` : NOTHING}>${title}</h1>
<p class="why">${describePick(explanation)}</p>
</header>
${sectionHtml("Request", "as it was understood", requestHtml(explanation))}
${ranked.length === 0 ? NOTHING : sectionHtml("Ranking", `${ranked.length} of ${inUse} models can serve it`, rankingHtml(explanation, top))}
${ranked.length === inUse ? NOTHING : sectionHtml("Excluded", `${inUse - ranked.length} of ${inUse} models`, excludedHtml(explanation))}
${sectionHtml("What would change the pick", "", whatIfHtml(explanation))}
${warnings.length === 0 ? NOTHING : sectionHtml("Warnings", "", listHtml(warnings.map(({ message }) => message)))}
<footer>
<p>Made by route-explain. ~ marks what is partly assumed, ? what is unknown and so counts as the worst.</p>
<details><summary>The explanation as JSON</summary><pre>${JSON.stringify(explanation)}</pre></details>
</footer>
</main>
</body>
</html>
`;
  return page.markup;
}

function sectionHtml(title: string, aside: string, body: Html): Html {
  return html`<section>\n<h2>${title}${aside === "" ? NOTHING : html` <small>${aside}</small>`}</h2>\n${body}\n</section>`;
}

function requestHtml(explanation: Explanation): Html {
  return html`<dl class="card">${requestRows(explanation).map(([label, text]) => html`<dt>${label}</dt><dd>${text}</dd>`)}</dl>`;
}

function listHtml(texts: readonly string[]): Html {
  return html`<ul class="plain">${texts.map((text) => html`<li>${text}</li>`)}</ul>`;
}

function excludedHtml(explanation: Explanation): Html {
  const groups = exclusionGroups(explanation).map(({ code, models }) => {
    const rows = models.map(
      ({ id, reasons }) =>
        html`<tr><th scope="row">${id}</th><td>${reasons.map(({ message }) => message).join("; ")}</td></tr>\n`,
    );
    return html`<details${models.length > 12 ? NOTHING : html` open`}><summary>${models.length} ${REASON_LABELS[code]}</summary><table><thead><tr><th scope="col">model</th><th scope="col">why</th></tr></thead><tbody>${rows}</tbody></table></details>`;
  });
  return html`<div class="card">${groups}</div>`;
}

function whatIfHtml(explanation: Explanation): Html {
  const { whatIf } = explanation;
  if (whatIf.length === 0) return html`<p>${noChangeText(explanation)}</p>`;
  const rows = whatIf.map(
    (change) =>
      html`<tr><th scope="row">${change.criterion}</th><td>${change.from}</td><td>${changeText(change)}</td><td>${change.pick}</td></tr>\n`,
  );
  return html`<div class="card"><table><thead><tr><th scope="col">criterion</th><th scope="col">weight now</th><th scope="col">with</th><th scope="col">the pick is</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
