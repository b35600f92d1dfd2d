import { groupWarnings } from "@modelpref/catalog";
import { visible } from "../../terminal/visible.ts";
import type { Finding, Outcome } from "../finding.ts";
import { cut } from "./most-shown.ts";

/** Workflow commands, one line a finding, which GitHub shows beside the lines of a pull request. */
export function reportGithub({ unreadable, problems, warnings }: Outcome): string {
  const [shown, hidden] = cut([...unreadable, ...problems]);
  const lines = [...shown, ...groupWarnings(warnings)].map(annotation);
  if (hidden > 0) lines.push(`::error::and ${hidden} more problems`);
  return lines.map((line) => `${line}\n`).join("");
}

function annotation(finding: Finding): string {
  const { severity, path, message } = finding;
  const text = [...outside(finding), path, message].filter((part) => part !== "").join(": ");
  const properties = propertiesOf(finding).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${severity}${properties.length > 0 ? " " : ""}${properties.join(",")}::${escapeData(visible(text))}`;
}

/** A bundled entry lies in no file of the repository that is checked: it has a line and no column. */
function isBundled({ line, column }: Finding): boolean {
  return line !== undefined && column === undefined;
}

function outside(finding: Finding): string[] {
  return isBundled(finding) ? [`${finding.file}:${finding.line}`] : [];
}

function propertiesOf(finding: Finding): [name: string, value: string | number][] {
  const { file, line, column, code } = finding;
  const place = isBundled(finding) ? [] : Object.entries({ file: visible(file), line, col: column });
  const known = place.flatMap(([name, value]): [string, string | number][] =>
    value === undefined ? [] : [[name, value]],
  );
  return [...known, ["title", code]];
}

/** What ends a line, and the sign that escapes. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** The same, and what separates properties. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
