/** What JSON leaves as it is although it could steer a terminal or hide itself. */
const HIDDEN = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A value as one line of NDJSON that is safe to print. */
export function toLine(value: object): string {
  return `${JSON.stringify(value).replace(HIDDEN, escapeUnits)}\n`;
}

function escapeUnits(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
