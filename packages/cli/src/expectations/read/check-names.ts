import { idsLike } from "../../facts/find-model.ts";
import { received } from "../../input/received.ts";
import { fitting } from "./fits.ts";
import { pairsOf } from "./pairs.ts";
import type { TestFinding } from "./problem.ts";
import type { TestParts } from "./test-parts.ts";

type Named = { name: string; path: TestFinding["path"]; onKey?: boolean; isGuard?: boolean };

/**
 * The names of a test that the catalog does not have, by the way from the test to each: what names nothing can make a
 * test that never fails. Retired and disabled models count as there. A glob of `not` or `deny` that fits nothing is only
 * odd: it guards against models to come.
 */
export function checkNames(test: TestParts, ids: readonly string[]): TestFinding[] {
  return namesIn(test).flatMap((named) => (fitting(named.name, ids).length > 0 ? [] : [findingOf(named, ids)]));
}

function findingOf({ name, path, onKey = false, isGuard = false }: Named, ids: readonly string[]): TestFinding {
  if (name.includes("*")) {
    const help = isGuard ? "; it guards against models to come only" : "";
    const message = `no model of the catalog fits ${received(name)}${help}`;
    return { code: "fits-nothing", path, onKey, message, isWarning: isGuard };
  }
  const [meant] = idsLike(name, ids);
  const help = meant === undefined ? "" : `; did you mean ${meant}?`;
  return { code: "unknown-model", path, onKey, message: `the catalog has no model ${received(name)}${help}` };
}

function namesIn({ expect = {}, unavailable, limits }: TestParts): Named[] {
  const { pick, not = [], one_of = [], excluded = {} } = expect;
  return [
    ...listed(unavailable, ["request", "unavailable"]),
    ...listed(limits.allow ?? [], ["request", "limits", "allow"]),
    ...listed(limits.deny ?? [], ["request", "limits", "deny"]).map((named) => ({ ...named, isGuard: true })),
    ...(pick === undefined ? [] : [{ name: pick, path: ["expect", "pick"] }]),
    ...listed(not, ["expect", "not"]).map((named) => ({ ...named, isGuard: true })),
    ...listed(one_of, ["expect", "one_of"]),
    ...Object.keys(excluded).map((name) => ({ name, path: ["expect", "excluded", name], onKey: true })),
    ...pairsOf(expect).flatMap(({ pair, path }) => listed(pair, ["expect", ...path])),
  ];
}

function listed(names: readonly string[], path: TestFinding["path"]): Named[] {
  return names.map((name, index) => ({ name, path: [...path, index] }));
}
