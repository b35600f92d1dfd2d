/** What JSON.stringify leaves as it is although it could steer a terminal or hide itself. */
const HIDDEN: RegExp = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

function escapeUnits(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

/** A value as JSON that is safe to print: on one line, or indented by two spaces. */
export function viewJson(value: unknown, layout: "line" | "indented"): string {
  const json = JSON.stringify(value, null, layout === "indented" ? 2 : 0);
  return `${json.replace(HIDDEN, escapeUnits)}\n`;
}
