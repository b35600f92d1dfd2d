import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fc, test as property } from "@fast-check/vitest";
import { BackendError, createSamplingHandler } from "@modelpref/adapters";
import { decisionLog } from "@modelpref/adapters/log";
import { loadCatalog } from "@modelpref/catalog";
import { createRouter } from "@modelpref/router";
import { expect, test } from "vitest";
import { displayWidth } from "../src/terminal/width.ts";
import { line, unanswered } from "./decision-log.ts";
import { inFolder } from "./folder.ts";
import { TEAM_FILE } from "./team.ts";
import { runWith } from "./test-io.ts";

const SONNET = "anthropic/claude-sonnet-5";
const HAIKU = "anthropic/claude-haiku-4-5";

/** Runs `--actual` on a log from standard input, with the small catalog. */
const actual = (log: string, ...argv: string[]) =>
  runWith({ input: log }, "--catalog", TEAM_FILE, "--actual", "-", ...argv);

/** Two hours of two models: one as predicted in cost and slower, one that is not in the catalog. */
const LOG = [
  ...Array.from({ length: 30 }, (_, at) =>
    line({
      time: `2026-11-22T08:${String(10 + at)}:00.000Z`,
      model: SONNET,
      predicted: { usd: 0.003, seconds: 2 },
      milliseconds: 3000,
      firstTokenMs: 500,
      usage: { inputTokens: 1000, outputTokens: 100 },
      costUsd: at < 15 ? 0.0024 : 0.0036,
    }),
  ),
  line({ model: "mine/new", pick: SONNET, failedBefore: SONNET, milliseconds: 500 }),
  line({ model: SONNET, cached: true, costUsd: 0, predicted: { usd: 0.003, seconds: 2 }, milliseconds: 1 }),
  unanswered("refused"),
  unanswered("refused"),
  unanswered("rate-limited"),
].join("");

test("text: predicted and real, in total and of each model", async () => {
  const { out, err, exitCode } = await actual(LOG);
  expect([err, exitCode]).toEqual(["", 0]);
  expect(out).toBe(await readFile(new URL("golden/actual-80.txt", import.meta.url), "utf8"));
});

test.for([40, 60, 80, 200])("no line is wider than %i columns but what cannot be broken", async (columns) => {
  const { out } = await runWith({ input: LOG, columns }, "--catalog", TEAM_FILE, "--actual", "-");
  const wide = out.split("\n").filter((text) => displayWidth(text) > Math.max(columns, 72));
  expect(wide).toEqual([]);
});

test("JSON: the numbers themselves", async () => {
  const report = JSON.parse((await actual(LOG, "--format", "json")).out);
  expect(report).toMatchObject({
    schema: "modelpref-actual/1",
    decisions: 35,
    from: "2026-11-22T08:00:00.000Z",
    to: "2026-11-22T09:30:00.000Z",
    answered: 32,
    byPick: 31,
    cached: 1,
    errors: [
      { reason: "refused", count: 2 },
      { reason: "rate-limited", count: 1 },
    ],
    models: [
      { id: SONNET, calls: 31, failed: 1 },
      { id: "mine/new", calls: 1, failed: 0, cost: null, catalog: null },
    ],
  });
  const [sonnet] = report.models;
  expect(sonnet.cost.calls).toBe(30);
  expect(sonnet.cost.predicted).toBeCloseTo(0.09, 9);
  expect(sonnet.cost.real).toBeCloseTo(0.09, 9);
  expect(sonnet.cost.median).toBeCloseTo(1, 9);
  expect(sonnet.seconds.median).toBe(1.5);
  expect(sonnet.outputTokens.median).toBe(1);
  expect(sonnet.measured).toEqual({ calls: 30, output_tps: 40, ttft_ms: 500 });
  expect(sonnet.prices.today).toBeCloseTo((30 * (1000 * 2 + 100 * 10)) / 1e6, 9);
});

test("HTML: one page that needs nothing else, and nothing of the log gets out of its place", async () => {
  const hostile = line({ model: `<script>"'&\u001b[2J\u202e`, predicted: { usd: 1, seconds: 1 }, costUsd: 2 });
  const { out } = await actual(LOG + hostile, "--format", "html");
  expect(out).toMatch(/^<!doctype html>[\s\S]*<svg class="dots"[\s\S]*<\/html>\n$/);
  expect(out).toContain("    set: { speed: { output_tps: 40, ttft_ms: 500 } }\n");
  expect(out).not.toMatch(/<script|<link|<img|src=|url\(|http/);
  expect(out).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
});

test("a line that is none is told with its place, the rest is read, and the status is 2", async () => {
  const bad = '{"schema":"modelpref-deci\n{"schema":"modelpref-decision/2"}\n\n';
  const { out, err, exitCode } = await actual(LOG + bad);
  expect(exitCode).toBe(2);
  expect(err).toBe(
    "<stdin>:36:1: is no JSON; a full disk or a killed process cuts a line\n<stdin>:37:1: is no line of a decision log (modelpref-decision/1)\n",
  );
  expect(out).toBe((await actual(LOG)).out);
});

test("of very many such lines the first are told", async () => {
  const { err } = await actual(LOG + "{}\n".repeat(100_000));
  expect(err.split("\n")).toHaveLength(22);
  expect(err).toMatch(/\.\.\. and 99980 more lines\n$/);
});

test.for([
  [["request.json"], "--actual reads a log instead of a REQUEST"],
  [["--batch"], "--actual is on its own"],
  [["--why", "sonnet"], "--actual is on its own"],
  [["--format", "markdown"], "--actual is shown as text, json or html"],
] as const)("%s does not go with it", async ([argv, message]) => {
  const { err, exitCode } = await actual(LOG, ...argv);
  expect([err.includes(message), exitCode]).toEqual([true, 2]);
});

test("a log without decisions, and none at all, are bad input", async () => {
  expect(await actual("")).toMatchObject({ err: "<stdin>: holds no decision\n", exitCode: 2 });
  const missing = await runWith({}, "--actual", "nowhere.ndjson");
  expect(missing).toMatchObject({ err: "nowhere.ndjson: no such file\n", exitCode: 2 });
});

const lines = fc.array(
  fc.record({
    model: fc.constantFrom(SONNET, HAIKU, "mine/new"),
    milliseconds: fc.integer({ min: 0, max: 100_000 }),
    predicted: fc.record({
      usd: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      seconds: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
    }),
    costUsd: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 20 },
);

property.prop([lines, fc.integer()])("the order of lines does not matter", async (decisions, seed) => {
  const texts = decisions.map(line);
  const turned = texts.toSorted((a, b) => ((a.length * seed) % 7) - ((b.length * seed) % 7));
  const sorted = async (log: readonly string[]) => {
    const report = JSON.parse((await actual(log.join(""), "--format", "json")).out);
    return JSON.stringify(report, (_, value) => (typeof value === "number" ? Number(value.toPrecision(9)) : value));
  };
  expect(await sorted(turned)).toBe(await sorted(texts));
});

test("a log that a handler wrote is read", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "decisions.ndjson");
    const log = decisionLog({ file });
    const handler = createSamplingHandler({
      router: createRouter(await loadCatalog(TEAM_FILE)),
      backend: {
        complete: async ({ model }) => {
          if (model === "claude-sonnet-5") throw new BackendError("provider-failed", "x");
          const usage = { inputTokens: 20, outputTokens: 30 };
          return { model, content: [{ type: "text", text: "x" }], usage };
        },
      },
      approveRequest: "allow",
      practices: [log],
    });
    const messages = [{ role: "user" as const, content: { type: "text" as const, text: "Hello" } }];
    const modelPreferences = { hints: [{ name: "claude-sonnet-5" }] };
    await handler({ messages, modelPreferences, maxTokens: 100 });
    await handler({ messages: [], maxTokens: 100 }).catch(() => {});
    await log.flush();
    const { out, err, exitCode } = await runWith({}, "--catalog", TEAM_FILE, "--actual", file, "--format", "json");
    expect([err, exitCode]).toEqual(["", 0]);
    expect(JSON.parse(out)).toMatchObject({
      decisions: 2,
      answered: 1,
      byPick: 0,
      errors: [{ reason: "invalid-request" }],
    });
  });
});
