import type { Screen } from "../../terminal/screen.ts";
import { visible } from "../../terminal/visible.ts";
import { wrap } from "../../terminal/wrap.ts";
import type { FileResult, TestResult } from "../run-tests.ts";
import { countTests } from "./count.ts";
import { placeText } from "./place-text.ts";

const INDENT = "  ";

/** What failed, one test after another, each expectation with what came and why; then a line for each file. */
export function reportText(results: readonly FileResult[], screen: Screen): string {
  const failed = results.flatMap(({ tests }) => tests.filter(({ failures }) => failures.length > 0));
  const lines = [...failed.flatMap((test) => [...testLines(test, screen), ""]), ...results.map(summary)];
  return `${lines.join("\n")}\n`;
}

function testLines({ name, failures }: TestResult, screen: Screen): string[] {
  const title = wrap(visible(name), screen.columns, "FAIL ", INDENT.repeat(2));
  return [
    ...title.map((line) => screen.paint(["bold", "red"], line)),
    ...failures.flatMap((failure) => [
      `${INDENT}${visible(placeText(failure.place))} ${screen.paint("bold", failure.expectation)}`,
      ...row("expected", failure.expected, screen),
      ...row("received", failure.received, screen),
      ...row("because", failure.reason, screen),
    ]),
  ];
}

function row(label: string, text: string, screen: Screen): string[] {
  const first = `${INDENT.repeat(2)}${label.padEnd("expected".length)}  `;
  return wrap(visible(text), screen.columns, first, " ".repeat(first.length));
}

function summary(result: FileResult): string {
  const { tests, failed } = countTests([result]);
  const file = visible(result.file);
  const counted = `${tests} test${tests === 1 ? "" : "s"}`;
  if (failed > 0) return `${file}: ${counted}, ${failed} failed`;
  return `${file}: ${counted}, all hold`;
}
