import { createRouter, type Explanation, type Router } from "@modelpref/router";
import { chooseCatalog } from "../catalogs/choose-catalog.ts";
import { openCatalog } from "../catalogs/open-catalog.ts";
import type { StatedRequest } from "../input/read-request.ts";
import { readRequestSource } from "../input/read-source.ts";
import { routingRequest } from "../input/routing-request.ts";
import type { Source } from "../input/source.ts";
import type { Io } from "../io.ts";
import { collect } from "../problems/collect.ts";
import { formatProblemLine } from "../problems/format-problem.ts";
import { BadInput, type Problem } from "../problems/problem.ts";
import { createScreen } from "../terminal/screen.ts";
import { chooseSource } from "./choose-source.ts";
import type { ExplainOptions } from "./explain-options.ts";
import type { GeneralOptions } from "./general-options.ts";
import { viewFor } from "./view-for.ts";

/** Runs `route-explain [REQUEST]`. Gives the exit status. @throws BadInput */
export async function explain(
  requests: readonly string[],
  options: ExplainOptions & GeneralOptions,
  io: Io,
): Promise<number> {
  refuseContradictions(options);
  if (options.actual !== undefined) {
    if (requests.length > 0) throw usage("--actual reads a log instead of a REQUEST: give one of them");
    const { actual } = await import("./actual.ts");
    return actual(options.actual, options, io);
  }
  const source = await chooseSource(requests, options, io);
  if (options.batch === true && source !== undefined) {
    const { explainBatch } = await import("./batch.ts");
    const router = await openRouter(options, io);
    return explainBatch(source, { router, unavailable: await unavailable(router, options, io) }, options, io);
  }
  const [stated, router] = await collect(readStated(source, io), openRouter(options, io));
  const request = { ...(await routingRequest(stated, options)), unavailable: await unavailable(router, options, io) };
  const explanation = router.explain(request, explainedTop(options));
  await io.out(
    await viewFor(explanation, options, createScreen({ ...io, colors: io.colors && options.color !== false })),
  );
  return exitStatus(explanation);
}

/** With `--mine` the models that cannot be called here; without it, none. */
async function unavailable(
  { catalog }: Router,
  { mine }: ExplainOptions,
  io: Io,
): Promise<ReadonlyMap<string, string>> {
  if (mine !== true) return new Map();
  const { unavailableHere } = await import("./mine.ts");
  return unavailableHere(catalog, io);
}

/** 0 where a model was picked, else 1. */
function exitStatus({ pick }: Explanation): number {
  return pick === null ? 1 : 0;
}

/** Only JSON cuts the explanation itself; the views for people count what they leave out. */
function explainedTop({ format, top }: ExplainOptions): { top?: number } {
  return format === "json" && top !== undefined && Number.isFinite(top) ? { top } : {};
}

async function openRouter(options: ExplainOptions, io: Io): Promise<Router> {
  const { catalog } = await openCatalog(chooseCatalog(options, io));
  return createRouter(catalog);
}

async function readStated(source: Source | undefined, io: Io): Promise<StatedRequest> {
  if (source === undefined) return { preferences: {} };
  const { stated, warnings } = await readRequestSource(source);
  warn(warnings, io);
  return stated;
}

function warn(warnings: readonly Problem[], io: Io): void {
  for (const warning of warnings) io.err(`${formatProblemLine(warning)}\n`);
}

function usage(message: string): BadInput {
  return new BadInput([{ code: "usage", message }]);
}

function refuseContradictions({ batch, format = "text", why, actual }: ExplainOptions): void {
  const refuse = (message: string): never => {
    throw usage(message);
  };
  if (actual !== undefined && (batch === true || why !== undefined))
    refuse("--actual is on its own: leave --batch and --why out");
  if (actual !== undefined && format === "markdown") refuse("--actual is shown as text, json or html");
  if (why !== undefined && batch === true) refuse("--why takes one request, --batch many: give one of them");
  if (why !== undefined && format !== "text") {
    refuse(`--why is shown as text; --format ${format} shows every model's terms without it`);
  }
  if (batch === true && format !== "text" && format !== "json") refuse("--batch prints JSON: leave --format out");
}
