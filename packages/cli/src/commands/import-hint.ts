import { closest } from "../problems/closest.ts";
import { SOURCES } from "./import-options.ts";

/** What SOURCE may be. */
const KINDS = `SOURCE is one of ${SOURCES.join(", ")}`;
/** What FILE may be. */
export const PLACES = "a file, a folder of JSON files, an http(s):// address, or - for standard input";

/** What the words behind `import` were probably meant to be, or what is missing; undefined where they are well. */
export function hintAt([source, place]: readonly string[]): string | undefined {
  if (source === undefined) return KINDS;
  if (isSource(source)) return place === undefined ? `FILE is ${PLACES}` : undefined;
  if (place !== undefined && isSource(place)) return `Did you mean ${place} ${source}?`;
  const [meant] = closest(source, SOURCES);
  return meant === undefined ? KINDS : `Did you mean ${meant}?`;
}

function isSource(word: string): boolean {
  return SOURCES.some((source) => source === word);
}
