// A value as YAML that a person can edit and that becomes the same value again. Long base64 is left out and put back.
import { replaceHidden } from "@modelpref/router/words";
import { Document, parseDocument, visit } from "yaml";

/** Base64 of more characters is not shown. */
const LONGEST_SHOWN = 64;
const BYTES: ReadonlySet<string> = new Set(["data", "blob"]);
const KEPT = /^\(kept (\d+)\)$/;

/** The text to edit, and what makes the value of it again. */
export type Editable = {
  text: string;
  /** @throws Error that says in one line why the text is no value */
  read: (edited: string) => unknown;
};

/** Makes a JSON value editable; `heading` stands above it as a comment. */
export function toEditable(value: unknown, heading: string): Editable {
  const kept: string[] = [];
  const document = new Document(mapStrings(value, (text, key) => withoutBytes(text, key, kept)));
  document.commentBefore = heading.replace(/^/gm, " ");
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === "string" && escaped(node.value) !== node.value) node.type = "QUOTE_DOUBLE";
    },
  });
  // Characters that hide now stand in quotes only, where YAML lets them be written as escapes.
  const text = escaped(document.toString({ lineWidth: 0 }));
  const bytesOf = (mark: string, key: string): string =>
    (BYTES.has(key) && kept[Number(KEPT.exec(mark)?.[1]) - 1]) || mark;
  return { text, read: (edited) => mapStrings(readYaml(edited), bytesOf) };
}

function readYaml(text: string): unknown {
  const document = parseDocument(text);
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) throw new Error(problem.message.split("\n", 1)[0]?.replace(/:$/, ""));
  return document.toJS({ maxAliasCount: 0 });
}

function escaped(text: string): string {
  return replaceHidden(text, (character) => {
    if (character === "\n") return character;
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
  });
}

function withoutBytes(text: string, key: string, kept: string[]): string {
  return BYTES.has(key) && text.length > LONGEST_SHOWN ? `(kept ${kept.push(text)})` : text;
}

/** The value with every text in it replaced; told of the key that it stands under. */
function mapStrings(value: unknown, replace: (text: string, key: string) => string, key = ""): unknown {
  if (typeof value === "string") return replace(value, key);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, replace, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapStrings(inner, replace, name)]));
}
