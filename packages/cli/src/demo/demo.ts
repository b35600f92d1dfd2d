import { readFile } from "node:fs/promises";
import { bundledCatalog } from "@modelpref/catalog/bundled";
import { createRouter, type Explanation, type ModelPreferences, type Router } from "@modelpref/router";
import { readRequestText } from "../input/read-source.ts";
import { routingRequest } from "../input/routing-request.ts";
import type { Io } from "../io.ts";
import { createScreen, type Screen } from "../terminal/screen.ts";
import { type Cell, type Column, layTable } from "../terminal/table.ts";
import { visible } from "../terminal/visible.ts";
import { wrap } from "../terminal/wrap.ts";
import { viewExplanation } from "../views/text/explanation.ts";

/** Requests as public MCP servers, SDKs and guides send them, each with its source. */
const REQUESTS: URL = new URL("../../demo/requests.ndjson", import.meta.url);

/** Models of the full explanation's ranking. */
const TOP = 6;

/** Hints beyond this many are counted. */
const MOST_HINTS = 3;

const COLUMNS: readonly Column[] = [{}, { flexible: true }, {}, {}, {}];
const HEAD = ["request", "hints", "priorities", "pick", "found by"];

type Routed = { id: string; stated: ModelPreferences; explanation: Explanation };

/** Routes real requests over the bundled catalog: a table of all, and the whole explanation of the first. */
export async function demo(io: Io): Promise<number> {
  const screen = createScreen(io);
  const lines = (await readFile(REQUESTS, "utf8")).split("\n").filter((line) => line !== "");
  const router = createRouter(bundledCatalog());
  const routed: Routed[] = [];
  for (const line of lines) routed.push(await route(line, router));
  await io.out([...summary(routed, screen), "", ...firstInFull(routed, screen), ...whatNext(screen), ""].join("\n"));
  return 0;
}

async function route(line: string, router: Router): Promise<Routed> {
  const { stated } = await readRequestText(line, "requests.ndjson");
  const explanation = router.explain(await routingRequest(stated, {}));
  return { id: String(stated.id), stated: stated.preferences, explanation };
}

function summary(routed: readonly Routed[], screen: Screen): string[] {
  const title = `${routed.length} requests of public MCP servers, SDKs and guides, routed over today's models`;
  const head = HEAD.map((text): Cell => ({ text, style: "gray" }));
  const note = "priorities: cost, speed, intelligence; - not stated. Where the requests come from: packages/cli/demo";
  return [
    ...wrap(title, screen.columns).map((line) => screen.paint("bold", line)),
    "",
    ...layTable([head, ...routed.map(summaryRow)], COLUMNS, screen),
    ...wrap(note, screen.columns).map((line) => screen.paint("gray", line)),
  ];
}

function summaryRow({ id, stated, explanation: { pick, ranked } }: Routed): Cell[] {
  return [
    id,
    hintsText(stated),
    prioritiesText(stated),
    { text: visible(pick ?? "none"), style: ["bold", "green"] },
    ranked[0]?.match?.class ?? "priorities",
  ];
}

function hintsText({ hints = [] }: ModelPreferences): string {
  const names = hints.slice(0, MOST_HINTS).map(({ name = "" }) => visible(name.trim()));
  const more = hints.length > MOST_HINTS ? [`${hints.length - MOST_HINTS} more`] : [];
  return [...names, ...more].join(", ") || "none";
}

function prioritiesText({ costPriority, speedPriority, intelligencePriority }: ModelPreferences): string {
  return [costPriority, speedPriority, intelligencePriority].map((value) => String(value ?? "-").padEnd(3)).join(" ");
}

function firstInFull([first]: readonly Routed[], screen: Screen): string[] {
  if (first === undefined) return [];
  return [screen.paint("bold", `${first.id} in full:`), "", viewExplanation(first.explanation, TOP, screen)];
}

function whatNext(screen: Screen): string[] {
  return [
    ...wrap("Try your own; what other flags there are tells --help:", screen.columns),
    "  npm run -s route-explain -- --hint gpt-4o --cost 0.9 --why gpt-5-mini",
  ];
}
