import { placeOf, textAt } from "../layers/tree.ts";
import { type Look, warn } from "./survey.ts";

/** Every family has a model, be it a retired one. */
export const findUnusedFamilies: Look = ({ whole, isOwn }) => {
  const used = new Set([...whole.models.values()].map((model) => textAt(model, "family")));
  return [...whole.families].flatMap(([id, family]) => {
    const place = placeOf(family, ["id"]);
    if (used.has(id) || !isOwn(place.part)) return [];
    const message = `no model is of the family ${id}: hints that name it find other families at best; expected "family: ${id}" at one`;
    return [warn("unused-family", id, place, message)];
  });
};
