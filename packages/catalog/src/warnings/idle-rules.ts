import { isWritten, writtenList } from "../layers/written.ts";
import { quote } from "../problems/visible.ts";
import { explainGlobs } from "./suggest-glob.ts";
import { type Look, warn } from "./survey.ts";

/** Every override and every removal fits a model of its own file or of one below it. */
export const findIdleRules: Look = ({ whole, isOwn }) => {
  const explain = explainGlobs(whole.models.keys());
  return whole.idle.flatMap((place) => {
    const { part, path } = place;
    const [list, index] = path;
    if (!isOwn(part) || (list !== "overrides" && list !== "remove")) return [];
    const entry = writtenList(part.written[list])[Number(index)];
    const glob = String(isWritten(entry) ? entry["match"] : entry);
    const message = `no model of this file or of one below it fits ${quote(glob)}${explain(glob)}`;
    return [warn(list === "remove" ? "removal-fits-nothing" : "override-fits-nothing", glob, place, message)];
  });
};
