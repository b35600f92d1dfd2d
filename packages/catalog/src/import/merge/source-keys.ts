import { keysAt } from "../../layers/tree.ts";
import { pairs } from "../values/written.ts";
import type { Target } from "./target.ts";

/** What a file calls a source of its own where a layer below has one of that name. */
const OWN = "/own";

/**
 * The keys under which a file cites sources. One that only a layer below declares stays that layer's: else the day on
 * which this list was read would become that of the layer's facts.
 */
export function sourceKeys({ part, whole }: Target): (key: string) => string {
  const own = new Set(pairs(part.written["sources"]).map(([key]) => key));
  const declared = new Set(keysAt(whole.rest, "sources"));
  return (key) => {
    let name = key;
    while (declared.has(name) && !own.has(name)) name += OWN;
    return name;
  };
}
