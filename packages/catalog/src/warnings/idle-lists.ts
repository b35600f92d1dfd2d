import { indexIds } from "../layers/glob-index.ts";
import type { Leaf } from "../layers/tree.ts";
import { keysAt } from "../layers/tree.ts";
import { writtenList } from "../layers/written.ts";
import { quote } from "../problems/visible.ts";
import { explainGlobs } from "./suggest-glob.ts";
import { type Look, leafAt, warn } from "./survey.ts";
import type { CatalogWarning } from "./warning.ts";

/** What a list does to the models that its globs fit. */
const LISTS = ["allow", "deny"] as const;

/**
 * Every entry of the policy's allow and deny lists, and of those for servers, fits a model of the catalog. One that a
 * layer took out counts for a deny list: who denies it need not know of that.
 */
export const findIdleLists: Look = ({ whole, isOwn }) => {
  const { models, removed, rest } = whole;
  if (models.size === 0) return [];
  const find = indexIds([...models.keys(), ...removed.keys()]);
  const explain = explainGlobs(models.keys());
  const fits = (list: (typeof LISTS)[number], glob: string): boolean =>
    find(glob).some((id) => list === "deny" || models.has(id));
  const judge = (list: (typeof LISTS)[number], leaf: Leaf | undefined): CatalogWarning[] => {
    if (leaf === undefined || !isOwn(leaf.part)) return [];
    return writtenList(leaf.value).flatMap((glob, index) => {
      if (typeof glob !== "string" || fits(list, glob)) return [];
      const message = `no model of the catalog fits ${quote(glob)}, so this ${CONSEQUENCES[list]}${explain(glob)}`;
      return [warn(`${list}-fits-nothing`, glob, leaf, message, [index])];
    });
  };
  const ways = [["policy"], ...keysAt(rest, "policy", "servers").map((server) => ["policy", "servers", server])];
  return ways.flatMap((way) => LISTS.flatMap((list) => judge(list, leafAt(rest, ...way, "limits", list))));
};

const CONSEQUENCES = { allow: "allows nothing", deny: "denies nothing" } as const;
