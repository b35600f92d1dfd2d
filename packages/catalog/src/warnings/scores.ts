import { type Look, leafAt, warn } from "./survey.ts";

/** Ratings go from 0 to 100: one between 0 and 1 looks like a share of that. */
export const findScoresLikeShares: Look = ({ inUse, isOwn }) =>
  [...inUse].flatMap(([id, model]) => {
    const leaf = leafAt(model, "intelligence", "score");
    // What is inherited is told at the model it is inherited from.
    if (leaf === undefined || leaf.base !== undefined || !isOwn(leaf.part)) return [];
    const { value } = leaf;
    if (typeof value !== "number" || value <= 0 || value >= 1) return [];
    const message = `expected a rating from 0 to 100; ${value} looks like a share, which would be ${Number((value * 100).toPrecision(12))} here`;
    return [warn("score-like-share", id, leaf, message)];
  });
