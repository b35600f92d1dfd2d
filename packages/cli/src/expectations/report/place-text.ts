import type { Place } from "@modelpref/catalog/documents";

/** `routing.yaml:7:13`, a form terminals make clickable. */
export function placeText({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}
