import { isWritten, writtenList } from "../layers/written.ts";
import { didYouMean } from "../problems/mismatch.ts";
import { suggestFew } from "../problems/suggestion.ts";
import { quote } from "../problems/visible.ts";
import { type Look, warn } from "./survey.ts";

/** Every override and every removal fits a model of its own file or of one below it. */
export const findIdleRules: Look = ({ whole, isOwn }) => {
  const suggest = suggestFew();
  return whole.idle.flatMap((place) => {
    const { part, path } = place;
    const [list, index] = path;
    if (!isOwn(part) || (list !== "overrides" && list !== "remove")) return [];
    const entry = writtenList(part.written[list])[Number(index)];
    const glob = String(isWritten(entry) ? entry["match"] : entry);
    // A glob is no misspelt id.
    const suggestion = glob.includes("*") ? undefined : suggest(glob, whole.models.keys());
    const where = "no model of this file or of one below it fits";
    const message = `${where} ${quote(glob)}${didYouMean(suggestion)}`;
    return [warn(list === "remove" ? "removal-fits-nothing" : "override-fits-nothing", glob, place, message)];
  });
};
