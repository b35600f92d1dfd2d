import type { Finding, Report, Verdict } from "./report.ts";
import { RULE_NUMBERS, RULES } from "./rules.ts";

/**
 * A report as text: a table of rules and subjects, then what failed and why, then what does not apply and why. The table
 * fits 80 columns with up to five subjects of short names.
 */
export function formatReport({ subjects, findings }: Report): string {
  const reasons = letterReasons(findings);
  const rules = RULE_NUMBERS.filter((rule) => findings.some((finding) => finding.rule === rule));
  const columns = subjects.map((subject) => {
    const own = findings.filter((finding) => finding.subject === subject);
    const cells = rules.map((rule) =>
      cell(
        own.filter((finding) => finding.rule === rule),
        reasons,
      ),
    );
    return aligned([subject, ...cells, sum(own)]);
  });
  const first = aligned(["rule", ...rules, ""]);
  const second = aligned(["matter", ...rules.map((rule) => RULES[rule]), "cases passed"]);
  const table = first.map((_, line) =>
    [first, second, ...columns]
      .map((column) => column[line])
      .join(" ")
      .trimEnd(),
  );
  return [...table, ...failures(findings), ...notes(reasons), ""].join("\n");
}

/** Texts of one column, as wide as the longest. */
function aligned(texts: readonly string[]): string[] {
  const width = Math.max(...texts.map(({ length }) => length));
  return texts.map((text) => text.padEnd(width));
}

/** One rule and one subject: the worst verdict of its cases, and a letter for each reason why some do not apply. */
function cell(findings: readonly Finding[], reasons: ReadonlyMap<string, string>): string {
  const verdicts = new Set<Verdict>(findings.map(({ verdict }) => verdict));
  const verdict = verdicts.has("fail") ? "FAIL" : verdicts.has("pass") ? "pass" : "n.a.";
  const letters = findings.flatMap((finding) =>
    finding.verdict === "n.a." ? (reasons.get(finding.reason ?? "") ?? "") : [],
  );
  return letters.length === 0 ? verdict : `${verdict} ${[...new Set(letters)].join("")}`;
}

function sum(findings: readonly Finding[]): string {
  const passed = findings.filter(({ verdict }) => verdict === "pass").length;
  return `${passed}/${findings.filter(({ verdict }) => verdict !== "n.a.").length}`;
}

/** Every reason why something does not apply, with its letter. */
function letterReasons(findings: readonly Finding[]): Map<string, string> {
  const reasons = findings.flatMap(({ verdict, reason }) => (verdict === "n.a." ? [reason ?? ""] : []));
  return new Map([...new Set(reasons)].map((reason, index) => [reason, String.fromCharCode(97 + index)]));
}

function failures(findings: readonly Finding[]): string[] {
  const failed = findings.filter(({ verdict }) => verdict === "fail");
  if (failed.length === 0) return ["", "Nothing failed."];
  const lines = failed.flatMap(({ rule, strength, subject, reason, ...finding }) => [
    `${rule} ${subject}: ${finding.case ?? ""} (${strength ?? ""})`,
    `    ${reason ?? ""}`,
  ]);
  return ["", "Failed:", ...lines];
}

function notes(reasons: ReadonlyMap<string, string>): string[] {
  if (reasons.size === 0) return [];
  return ["", "n.a., not applicable:", ...[...reasons].map(([reason, letter]) => `${letter}  ${reason}`)];
}
