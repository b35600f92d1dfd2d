import type { Place } from "../layers/tree.ts";
import { type Look, warn } from "./survey.ts";

/** No two ids differ only in case: to routing they are two models. Told at the second. */
export const findIdsInOtherCase: Look = ({ whole, own }) => {
  const first = new Map<string, string>();
  return [...whole.models.keys()].flatMap((id) => {
    const folded = id.toLowerCase();
    const other = first.get(folded);
    if (other === undefined) first.set(folded, id);
    const place: Place | undefined = own.get(id);
    if (other === undefined || place === undefined) return [];
    const message = `${id} and ${other} differ only in case, and are two models; write one of them as the other`;
    return [warn("id-in-other-case", id, place, message)];
  });
};
