// Limits of the policy, of servers and of requests tighten each other, but a layer replaces what a lower one says, as
// with everything else (design section 8). So one that only means to add can loosen; that is told.
import { indexIds } from "../layers/glob-index.ts";
import { type Branch, keysAt, type Leaf, mergeInto, type Place, placeOf } from "../layers/tree.ts";
import { isWritten, writtenList } from "../layers/written.ts";
import { formatPath } from "../problems/format-path.ts";
import { quote } from "../problems/visible.ts";
import { type Look, leafAt, warn } from "./survey.ts";
import type { CatalogWarning } from "./warning.ts";

/** Globs that a message names. */
const MOST_NAMED = 3;

const KINDS = ["max_cost_usd", "max_seconds", "allow", "deny"] as const;
type Kind = (typeof KINDS)[number];

/** A limit of a layer: the way to it, and where it stands. */
type Stated = { way: readonly string[]; kind: Kind; leaf: Leaf };

/** No layer loosens a limit of one below it: of the policy, or of an entry of its servers. */
export const findLoosenedLimits: Look = ({ whole, isOwn }) => {
  const parts = whole.layers.flat();
  const [lowest] = parts;
  if (lowest === undefined) return [];
  const below: Branch = { keys: new Map(), part: lowest, path: [] };
  return parts.flatMap((part) => {
    const { policy } = part.written;
    const before = entriesIn(policy, below).flatMap((entry) => statedLimits(entry, below));
    mergeInto(below, { policy }, { part, path: [] });
    return isOwn(part) ? before.flatMap((stated) => judge(stated, below)) : [];
  });
};

/** The ways to what a layer says of limits: the policy, and the entries of its servers. What it deletes may be all of them. */
function entriesIn(policy: unknown, below: Branch): (readonly string[])[] {
  if (policy === undefined) return [];
  const { limits, servers } = isWritten(policy) ? policy : { limits: policy, servers: policy };
  const names = isWritten(servers) ? Object.keys(servers) : keysAt(below, "policy", "servers");
  return [
    ...(limits === undefined ? [] : [["policy"]]),
    ...(servers === undefined ? [] : names.map((name) => ["policy", "servers", name])),
  ];
}

function statedLimits(entry: readonly string[], rest: Branch): Stated[] {
  return KINDS.flatMap((kind): Stated[] => {
    const way = [...entry, "limits", kind];
    const leaf = leafAt(rest, ...way);
    return leaf === undefined ? [] : [{ way, kind, leaf }];
  });
}

function judge({ way, kind, leaf }: Stated, above: Branch): CatalogWarning[] {
  const now = leafAt(above, ...way);
  if (now === leaf) return [];
  const { file, line } = leaf.part.spotOf(leaf.path);
  const change = describe(kind, leaf.value, now?.value, `${file}:${line}`);
  if (change === undefined) return [];
  const place: Place = now ?? placeOf(above, way);
  const message = `${change}; a layer replaces the limits of those below it: repeat here what is to stay`;
  return [warn("limit-loosened", formatPath(way), place, message)];
}

/** What the new value of a limit gives up of the old one, in words; undefined where it only tightens. */
function describe(kind: Kind, old: unknown, now: unknown, where: string): string | undefined {
  if (now === undefined && texts(old).length === 0 && kind === "deny") return undefined;
  if (now === undefined) return `deletes ${kind}, which ${where} sets`;
  if (kind === "deny") return named("no longer denies", notCovered(old, now), `as ${where} does`);
  if (kind === "allow") return named("allows", notCovered(now, old), `as ${where} does not`);
  const isRaised = typeof old === "number" && typeof now === "number" && now > old;
  return isRaised ? `raises ${kind} to ${now} from ${old}, which ${where} sets` : undefined;
}

function named(verb: string, globs: readonly string[], where: string): string | undefined {
  if (globs.length === 0) return undefined;
  const more = globs.length > MOST_NAMED ? [`${globs.length - MOST_NAMED} more`] : [];
  return `${verb} ${[...globs.slice(0, MOST_NAMED).map(quote), ...more].join(", ")}, ${where}`;
}

/** The globs of a list that no glob of another covers. A glob that fits the text of another fits all that the other does. */
function notCovered(globs: unknown, by: unknown): string[] {
  const own = texts(globs);
  const covered = new Set([...new Set(texts(by))].flatMap(indexIds(own)));
  return own.filter((glob) => !covered.has(glob));
}

function texts(list: unknown): string[] {
  return writtenList(list).filter((entry) => typeof entry === "string");
}
