/** Text that YAML takes as it is, inside brackets too: a day or a month, or a letter first and no sign that means something. */
const PLAIN = /^(?:[A-Za-z](?:[\w ./@+()~-]|:(?=[\w/]))*|\d{4}-\d\d(?:-\d\d)?)$/;
const WORDS: ReadonlySet<string> = new Set(["true", "false", "null", "yes", "no", "on", "off", "y", "n"]);

/** Columns of a line, as the formatter of this project keeps them. */
const WIDTH = 120;

/** A value in one line: `{ input: 2, output: 10 }`, `[text, image]`, `"1.5"`. Keys whose value is undefined are left out. */
export function renderFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(renderFlow).join(", ")}]`;
  if (typeof value === "string") return renderText(value);
  if (typeof value !== "object" || value === null) return String(value);
  const pairs = stated(value).map(([key, inner]) => renderInFlow(key, inner));
  return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
}

/** A pair in one line: `cost: { input: 2, output: 10 }`. */
export function renderInFlow(key: string, value: unknown): string {
  return `${renderText(key)}: ${renderFlow(value)}`;
}

/** A pair as the lines of a block: in one line where it fits, else a key or an item a line. The first line is not indented. */
export function renderPair(key: string, value: unknown, indent: number): string[] {
  const line = renderInFlow(key, value);
  const lines = indent + line.length <= WIDTH ? [] : blockLines(value, indent + 2);
  return lines.length === 0 ? [line] : [`${renderText(key)}:`, ...lines.map((later) => `  ${later}`)];
}

/** Pairs as lines, each pair as `renderPair` has it. */
export function renderPairs(pairs: readonly (readonly [string, unknown])[], indent: number): string[] {
  return pairs.flatMap(([key, value]) => renderPair(key, value, indent));
}

/** A map as an item of a list. */
export function itemLines(pairs: readonly (readonly [string, unknown])[], indent: number): string[] {
  return renderPairs(pairs, indent + 2).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}

/** The lines of a map, or of a list of maps; none of anything else. */
function blockLines(value: unknown, indent: number): string[] {
  if (!Array.isArray(value)) return isMap(value) ? renderPairs(stated(value), indent) : [];
  return value.every(isMap) ? value.flatMap((item) => itemLines(stated(item), indent)) : [];
}

/** The pairs of a map that say something. */
function stated(map: object): [string, unknown][] {
  return Object.entries(map).filter(([, value]) => value !== undefined);
}

function isMap(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** JSON's strings are YAML's between double quotes. */
function renderText(text: string): string {
  const isPlain = PLAIN.test(text) && !text.endsWith(" ") && !WORDS.has(text.toLowerCase());
  return isPlain ? text : JSON.stringify(text);
}
