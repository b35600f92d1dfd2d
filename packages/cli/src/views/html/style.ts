import { Html } from "./tag.ts";

/** The style of the page: no file beside it, no script, light and dark by what the reader's system says. */
export const STYLE: Html = new Html(`
:root { color-scheme: light dark; --page: #fbfaf7; --card: #ffffff; --text: #1d2125; --soft: #59616b; --line: #dcdcd5;
  --accent: #14663b; --cost: #c2790a; --speed: #0f7c96; --intelligence: #8a3fc0; }
@media (prefers-color-scheme: dark) { :root { --page: #14171a; --card: #1c2024; --text: #e8e6e1; --soft: #a3abb4;
  --line: #343a40; --accent: #6fd39b; --cost: #e9a93c; --speed: #46b8d1; --intelligence: #bd8ae6; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 70rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
header p.over { margin: 0; color: var(--soft); }
h1 { margin: .1rem 0 .6rem; color: var(--accent); font-size: clamp(1.5rem, 5vw, 2.4rem); line-height: 1.2;
  overflow-wrap: anywhere; }
h1.none { color: var(--text); }
header p.why { margin: 0; max-width: 46rem; font-size: 1.1rem; }
section { margin-top: 2.25rem; }
h2 { margin: 0 0 .75rem; font-size: 1.15rem; }
h2 small { margin-left: .5rem; color: var(--soft); font-size: .9rem; font-weight: normal; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.25rem; margin: 0; }
dt { color: var(--soft); }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.card { padding: .5rem 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
dl.card { padding-block: .9rem; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .45rem .5rem; text-align: left; vertical-align: baseline; }
.ranking td, .ranking tbody th { vertical-align: middle; }
thead th { color: var(--soft); font-size: .85rem; font-weight: normal; }
tbody tr + tr td, tbody tr + tr th, tbody tr:first-child > * { border-top: 1px solid var(--line); }
tbody th { overflow-wrap: anywhere; }
td.number, th.number { text-align: right; white-space: nowrap; }
tr.group th { padding-top: 1rem; color: var(--soft); font-weight: normal; font-style: italic; }
tr.pick th { color: var(--accent); }
td.chart { width: 24%; min-width: 7rem; }
.term .note { display: block; }
.bar { display: flex; gap: 1px; height: .9rem; }
.bar i { display: block; height: 100%; }
.bar i:first-child { border-radius: .2rem 0 0 .2rem; }
.bar i:last-child { border-radius: 0 .2rem .2rem 0; }
.cost { background: var(--cost); }
.speed { background: var(--speed); }
.intelligence { background: var(--intelligence); }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0 0 .5rem; padding: 0; list-style: none; }
.legend i { display: inline-block; width: .8rem; height: .8rem; margin-right: .4rem; border-radius: .2rem; }
ul.plain { margin: 0; padding-left: 1.1rem; overflow-wrap: anywhere; }
.note, footer { color: var(--soft); font-size: .9rem; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1rem; }
pre { max-height: 30rem; overflow: auto; padding: 1rem; background: var(--card); border: 1px solid var(--line);
  border-radius: .6rem; font-size: .8rem; }
summary { cursor: pointer; }
@media (max-width: 44rem) {
  .card { padding-inline: .75rem; overflow-x: auto; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .4rem; }
  .ranking thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .ranking, .ranking tbody { display: block; }
  .ranking tr { display: grid; grid-template-columns: 2rem 1fr 1fr 1fr; padding: .5rem 0; }
  .ranking tr.group { display: block; padding-bottom: 0; }
  .ranking tbody tr + tr { border-top: 1px solid var(--line); }
  .ranking tbody tr > * { border: 0 !important; padding: .1rem .25rem; }
  .ranking tbody th { grid-column: 2 / 4; }
  .ranking td.chart { grid-column: 2 / -1; width: auto; padding-block: .3rem; }
  .ranking td.term { text-align: left; font-size: .9rem; line-height: 1.35; }
  .ranking td.chart + td.term { grid-column: 2; }
  .ranking td.term::before { content: attr(data-term); display: block; color: var(--soft); font-size: .8rem; }
}
@media print { body { background: none; } details { display: none; } }
`);
