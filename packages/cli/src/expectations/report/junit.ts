import { visible, visibleLines } from "../../terminal/visible.ts";
import type { FileResult, TestResult } from "../run-tests.ts";
import { countTests } from "./count.ts";
import { placeText } from "./place-text.ts";

/** The form of JUnit that build servers read: a suite a file, a case a test, one failure that holds all of a case. */
export function reportJunit(results: readonly FileResult[]): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="route-explain test"${counts(results)}>`,
    ...results.flatMap(suiteLines),
    "</testsuites>",
  ];
  return `${lines.join("\n")}\n`;
}

/** The same where nothing was run: one case, with an error that holds all that is wrong. */
export function reportJunitError(problems: string): string {
  const [first = ""] = problems.split("\n");
  const name = 'name="route-explain test" tests="1" failures="0" errors="1"';
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${name}>`,
    `  <testsuite ${name}>`,
    '    <testcase name="the tests and their catalogs can be read" classname="route-explain test">',
    `      <error type="bad-input" message="${attribute(first)}">${escapeXml(visibleLines(problems))}</error>`,
    "    </testcase>",
    "  </testsuite>",
    "</testsuites>",
  ];
  return `${lines.join("\n")}\n`;
}

function counts(results: readonly FileResult[]): string {
  const { tests, failed } = countTests(results);
  return ` tests="${tests}" failures="${failed}" errors="0"`;
}

function suiteLines(result: FileResult): string[] {
  const file = attribute(result.file);
  return [
    `  <testsuite name="${file}" file="${file}"${counts([result])}>`,
    ...result.tests.flatMap((test) => caseLines(test, file)),
    "  </testsuite>",
  ];
}

function caseLines({ name, place, failures }: TestResult, file: string): string[] {
  const opening = `    <testcase name="${attribute(name)}" classname="${file}" file="${file}" line="${place.line ?? 0}"`;
  if (failures.length === 0) return [`${opening}/>`];
  const message = failures.map(({ expectation, expected, received }) => `${expectation}: ${expected}, not ${received}`);
  const text = failures.map((failure) =>
    [
      `${placeText(failure.place)} ${failure.expectation}`,
      `  expected ${failure.expected}`,
      `  received ${failure.received}`,
      `  because ${failure.reason}`,
    ].join("\n"),
  );
  return [
    `${opening}>`,
    `      <failure type="expectation" message="${attribute(message.join("; "))}">${escapeXml(visibleLines(text.join("\n")))}</failure>`,
    "    </testcase>",
  ];
}

function attribute(text: string): string {
  return escapeXml(visible(text));
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

/** XML has no way to write the last two code points of the first plane. */
function escapeXml(text: string): string {
  return text
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"]/g, (character) => ENTITIES.get(character) ?? character);
}
