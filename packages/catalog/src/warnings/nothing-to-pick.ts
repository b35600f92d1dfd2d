import { placeOf } from "../layers/tree.ts";
import { isSwitchedOn, type Look, leafAt, warn } from "./survey.ts";

/** Some model may be picked: the catalog lists one that is not retired or switched off, and the policy's lists leave one. */
export const findNothingToPick: Look = ({ whole, catalog, isEmptied, isOwn }) => {
  // Of a catalog with problems a model may be missing because its id is misspelt.
  if (catalog === undefined) return [];
  const { models, rest } = whole;
  const isAnyOn = [...models.values()].some(isSwitchedOn);
  if (isAnyOn && !isEmptied) return [];
  const limits = ["policy", "limits"];
  const culprit = leafAt(rest, ...limits, "allow") ?? leafAt(rest, ...limits, "deny");
  const place = isAnyOn && culprit !== undefined ? culprit : placeOf(rest, []);
  if (!isOwn(place.part)) return [];
  const why = isAnyOn
    ? "the policy's allow and deny lists leave none that is in use"
    : models.size > 0
      ? "all are retired or switched off"
      : 'it has none; list some under "models", or lay it on the bundled catalog with "extends: [bundled]"';
  return [warn("nothing-to-pick", "models", place, `no model of this catalog can be picked: ${why}`)];
};
