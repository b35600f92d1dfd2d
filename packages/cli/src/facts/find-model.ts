import { closest } from "../problems/closest.ts";
import { BadInput } from "../problems/problem.ts";

/** How many models an error message names. */
const NAMED = 5;

/** Whether a glob fits; `*` is any characters. The parts between stars are looked for in order, each once. */
export function fitsGlob(id: string, glob: string): boolean {
  const parts = glob.split("*");
  const last = parts.pop() ?? "";
  const first = parts.shift();
  if (first === undefined) return id === glob;
  if (!id.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts) {
    const found = id.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return id.length - last.length >= at && id.endsWith(last);
}

/** The name of the model without its provider. */
function modelPart(id: string): string {
  return id.slice(id.indexOf("/") + 1);
}

/** The ways to name a model, most exact first; the first that fits any decides. */
const WAYS: readonly ((id: string, text: string) => boolean)[] = [
  (id, text) => id === text,
  (id, text) => modelPart(id) === text,
  fitsGlob,
  (id, text) => id.endsWith(text),
  (id, text) => id.includes(text),
];

/** The ids that a user's text names: in full, without the provider, as a glob, or as a part. @throws BadInput if none */
export function findModelIds(text: string, ids: readonly string[]): string[] {
  const found = WAYS.map((way) => ids.filter((id) => way(id, text))).find((fitting) => fitting.length > 0);
  if (found === undefined || text === "") throw new BadInput([{ code: "usage", message: notFound(text, ids) }]);
  return found;
}

/** The one id that a text names. @throws BadInput where there is none, or more than one, with those it may have meant */
export function findModelId(text: string, ids: readonly string[]): string {
  const [first = "", ...others] = findModelIds(text, ids);
  if (others.length === 0) return first;
  const named = [first, ...others].slice(0, NAMED).join(", ");
  const more = others.length >= NAMED ? `, and ${others.length + 1 - NAMED} more` : "";
  const message = `${JSON.stringify(text)} fits ${others.length + 1} models: ${named}${more}`;
  throw new BadInput([{ code: "usage", message, remedy: "name one of them" }]);
}

/** The ids that a text may have meant, with or without the provider; closest first, three at most. */
export function idsLike(text: string, ids: readonly string[]): string[] {
  const byName = new Map(ids.map((id) => [modelPart(id), id]));
  const near = closest(text, [...ids, ...byName.keys()], NAMED).map((name) => byName.get(name) ?? name);
  return [...new Set(near)].slice(0, 3);
}

function notFound(text: string, ids: readonly string[]): string {
  const meant = idsLike(text, ids);
  const help = meant.length > 0 ? `did you mean ${meant.join(", ")}?` : "see route-explain models";
  return `no model ${JSON.stringify(text)} in the catalog; ${help}`;
}
