import { keysAt } from "../layers/tree.ts";
import type { Whole } from "../layers/whole.ts";
import type { CatalogProblem, Finding } from "../problems/problem.ts";
import { report } from "./check.ts";

/** The names that JavaScript moves to the front of an object. */
const DIGITS = /^(?:0|[1-9]\d*)$/;

const UNORDERED: Finding = {
  code: "unordered-server",
  message: "a name of digits alone cannot keep its place among other servers, and the order decides",
};

/** The order of `servers` decides which entry wins; an entry that cannot keep its place is refused. */
export function findUnorderedServers({ rest }: Whole): CatalogProblem[] {
  const servers = keysAt(rest, "policy", "servers");
  if (servers.length < 2) return [];
  const unordered = servers.filter((name) => DIGITS.test(name));
  return unordered.map((name) => report(rest, ["policy", "servers", name], UNORDERED, "key"));
}
