import { costOfUsage } from "@modelpref/router";
import { expect } from "vitest";
import { CANARY } from "./attempt.ts";
import type { Seen } from "./try-it.ts";
import { allowedFor, CATALOG } from "./world.ts";

const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]|\p{M}{5}/u;
/** A line of ours, its continuation, a marked line of the server's, or how long its text is. */
const LINE =
  /^(?:(?:Request|Prompt|Model|Cost|If it fails|You decide) {2,}\S| {12}| {2}\||If it fails \S|Answer {6}\S|Text {8}\S| {2}\(this is the beginning of \d+ characters\)$)/;
const MOST_LINES = 40;

/** The facts, without spaces: somebody else's names stand in quotes, and cannot end them. */
const QUOTED = String.raw`"(?:[^"\\]|\\.)*"`;
const WHO = new RegExp(`^oftheserver${QUOTED}$`);
const PROMPT = new RegExp(
  `^\\d+messages?,\\d+characters,about\\d+tokens(,asystemprompt)?(,\\d+image\\(\\d+[kb]\\w+\\))?` +
    `(,\\d+tools?:${QUOTED}(,${QUOTED})*(and(${QUOTED}|\\d+more))?)?;atmost\\d+tokensback$`,
);
const WHY = `(?:[^"]|${QUOTED})*\\.`;

/** No call went to a model that the user did not allow for the server, and none could cost more than they allowed. */
export function modelsAndMoneyHold({ calls, questions }: Seen, server: string): void {
  const { models, maxUsd } = allowedFor(server);
  for (const { model } of calls) expect(models).toContain(model);
  for (const { question } of questions)
    for (const { id, worstUsd } of question.candidates) {
      expect(models).toContain(id.replace("one/", ""));
      expect(worstUsd).toBeLessThanOrEqual(maxUsd);
    }
}

/** What the person saw: our facts, each once, true, in lines that nobody else can make, and nothing that steers or hides. */
export function whatIsSeenHolds({ questions, answerLines, calls }: Seen): void {
  for (const [at, { question, lines }] of questions.entries()) {
    linesHold(lines);
    const [pick] = question.candidates;
    const model = CATALOG.models.find(({ id }) => id === pick?.id);
    const { inputTokens, expectedOutputTokens } = question.explanation.request;
    const cost = model && costOfUsage(model, { inputTokens, outputTokens: expectedOutputTokens });
    expect(factOf(lines, "Request")).toMatch(WHO);
    expect(factOf(lines, "Prompt")).toMatch(PROMPT);
    expect(factOf(lines, "Model")).toMatch(new RegExp(`^${pick?.id}\\.${WHY}$`));
    expect(Number(/^\$([\d.e-]+)expected,/.exec(factOf(lines, "Cost"))?.[1])).toBeCloseTo(cost ?? Number.NaN, 4);
    if (calls[at] !== undefined) expect(pick?.id).toBe(`one/${calls[at]?.model}`);
  }
  for (const lines of answerLines) linesHold(lines);
}

function linesHold(lines: readonly string[]): void {
  expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
  for (const line of lines) {
    expect(line).not.toMatch(HIDDEN);
    expect(line).toMatch(LINE);
    expect(line.length).toBeLessThanOrEqual(80);
  }
}

/** The text of a fact, which must be there exactly once, without the spaces that lines were broken at. */
function factOf(lines: readonly string[], label: string): string {
  const starts = lines.flatMap((line, at) => (line.startsWith(`${label} `) ? [at] : []));
  expect(starts).toHaveLength(1);
  const [start = 0] = starts;
  const end = lines.findIndex((line, at) => at > start && !line.startsWith(" ".repeat(12)));
  return lines
    .slice(start, end)
    .map((line) => line.slice(12))
    .join("")
    .replaceAll(" ", "");
}

/** Nothing of a prompt reaches errors, logs or metrics, and nothing of the world was changed. */
export function nothingLeaks({ errors, told }: Seen): void {
  const errorTexts = errors.map(({ code, message, data }) => JSON.stringify({ code, message, data }));
  expect(`${errorTexts.join("\n")}\n${JSON.stringify(told)}`).not.toContain(CANARY);
  expect(errors.every(({ name }) => name === "SamplingError")).toBe(true);
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  expect(({} as Record<string, unknown>)["model"]).toBeUndefined();
}
