import { stringify } from "yaml";
import type { JsonSchema } from "../json-schema/json-schema.ts";
import { type Field, type FieldGroup, fieldGroups } from "./fields.ts";
import { typeInWords, valuesInWords } from "./words.ts";

const INTRODUCTION = `# Every field of the catalog file

You look for what a key means, which values it takes, or what holds where it is left out. What the file is for and how to
write one is told in [the catalog file](catalog-format.md). This page is written by \`npm run reference\` from the schema that
catalogs are checked with, and a test fails when the two differ: do not edit it.

\`[]\` stands for every entry of a list, \`*\` for a name of your own. Text is one line of 1 to 256 characters without control
characters where no other values are named. A key whose default is blank may be left out, and is then unknown or not
there; unknown is never the same as zero. \`null\` in place of a value deletes what a layer below says.
`;

const HEADER = "| Key | Type | Values | Default | What it says |\n| --- | --- | --- | --- | --- |";

/** The Markdown page that lists every field of a schema: path, type, values, default, meaning, example. */
export function catalogReference(schema: JsonSchema): string {
  return [INTRODUCTION, ...fieldGroups(schema).map(section)].join("\n");
}

function section({ path, fields, sameAs }: FieldGroup): string {
  const heading = path === "" ? "## The file" : `## \`${path}\``;
  if (sameAs !== undefined) return `${heading}\n\nThe same keys as [\`${sameAs}\`](#${anchorOf(sameAs)}).\n`;
  return `${heading}\n\n${[HEADER, ...fields.map(row)].join("\n")}\n`;
}

function row({ path, schema, isRequired }: Field): string {
  const fallback = isRequired ? "required" : schema.default === undefined ? "" : codeOf(schema.default);
  const meaning = [schema.description ?? "", ...examplesOf(schema)].join(" ");
  const cells = [`\`${path}\``, typeInWords(schema), valuesInWords(schema), fallback, meaning];
  return `|${cells.map((cell) => ` ${cell.replaceAll("|", "\\|")} `.replace(/^ {2}$/, " ")).join("|")}|`;
}

function examplesOf({ examples }: JsonSchema): string[] {
  return Array.isArray(examples) && examples.length > 0 ? [`Example: ${examples.map(codeOf).join(", ")}.`] : [];
}

/** A value as it is written in the file. */
function codeOf(value: unknown): string {
  return `\`${stringify(value, { collectionStyle: "flow", lineWidth: 0 }).trimEnd()}\``;
}

/** The anchor of a heading, as those who show Markdown make it. */
function anchorOf(path: string): string {
  return path.toLowerCase().replace(/[^\w-]/g, "");
}
