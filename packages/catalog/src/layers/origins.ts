import type { Part, Spot } from "./part.ts";
import { type Branch, isBranch, type Leaf, leavesOf, type Tree, textAt, toValue } from "./tree.ts";
import { heightsOf, type Whole } from "./whole.ts";

/** A value that another took the place of, where it stands, and the `match` of the override that had set it. */
export type Overridden = Spot & { value: unknown; override?: string };

/** Where a fact comes from: an entry of the catalog's `sources`. */
export type FactSource = { key: string; title?: string; retrieved?: string };

/** One stated value of a model or of the policy, and how it came to be. */
export type ValueOrigin = Spot & {
  /** The way to the value inside the model or the policy, such as `["cost", "input"]` or `["limits", "deny"]`. */
  path: readonly string[];
  /** A scalar or a list; `null` where a layer deleted what stood there. */
  value: unknown;
  /** What it took the place of, the highest first. */
  overrode: readonly Overridden[];
};

/** One stated value of a model, and how it came to be. */
export type FieldOrigin = ValueOrigin & {
  /** The `match` of the override that set it. */
  override?: string;
  /** The model it was inherited from, by `base_model`. */
  base_model?: string;
  /** Absent where the value was set above the layer that names a source: that source speaks of another value. */
  source?: FactSource;
};

/** Every stated value of a model in the order of its layers; none where there is no such model. */
export function originsOf(whole: Whole, id: string): FieldOrigin[] {
  const model = whole.models.get(id);
  if (model === undefined) return [];
  const heights = heightsOf(whole.layers);
  return [...leavesOf(model)].map(([way, leaf]) => {
    const source = sourceOf(way, leaf, whole.models.get(leaf.base ?? id) ?? whole.removed.get(leaf.base ?? id));
    const isOfThisValue = source !== undefined && heightOf(source, heights) >= heightOf(leaf, heights);
    return {
      path: way,
      value: leaf.value,
      ...spotOf(leaf),
      ...overrideOf(leaf),
      ...(leaf.base === undefined ? {} : { base_model: leaf.base }),
      overrode: overriddenBy(leaf),
      ...(isOfThisValue && way[0] !== "sources" ? { source: describe(String(source.value), whole.rest) } : {}),
    };
  });
}

/** Every stated value of the policy in the order of its layers; none where no layer has one. */
export function policyOriginsOf({ rest }: Whole): ValueOrigin[] {
  const policy = rest.keys.get("policy");
  if (policy === undefined) return [];
  return [...leavesOf(policy)].map(([way, leaf]) => ({
    path: way,
    value: leaf.value,
    ...spotOf(leaf),
    overrode: overriddenBy(leaf),
  }));
}

function spotOf({ part, path }: Tree): Spot {
  return part.spotOf(path);
}

function heightOf({ part }: Leaf, heights: ReadonlyMap<Part, number>): number {
  return heights.get(part) ?? 0;
}

function overrideOf({ part, path: [list, index] }: Tree): { override?: string } {
  if (list !== "overrides") return {};
  const overrides = part.written["overrides"];
  const entry: unknown = Array.isArray(overrides) ? overrides[Number(index)] : undefined;
  return typeof entry === "object" && entry !== null && "match" in entry ? { override: String(entry.match) } : {};
}

function overriddenBy(leaf: Leaf): Overridden[] {
  const overrode: Overridden[] = [];
  for (let below = leaf.overrode; below !== undefined; below = isBranch(below) ? undefined : below.overrode) {
    overrode.push({ value: toValue(below), ...spotOf(below), ...overrideOf(below) });
  }
  return overrode;
}

/** The entry of a model's `sources` for a value: the one that names most of its way. */
function sourceOf(way: readonly string[], { value }: Leaf, owner: Branch | undefined): Leaf | undefined {
  if (owner === undefined || value === null) return undefined;
  const sources = owner.keys.get("sources");
  if (!isBranch(sources)) return undefined;
  for (const fact of [way.slice(0, 2).join("."), way[0] ?? ""]) {
    const source = sources.keys.get(fact);
    if (source !== undefined && !isBranch(source) && source.value !== null) return source;
  }
  return undefined;
}

function describe(key: string, rest: Branch): FactSource {
  const title = textAt(rest, "sources", key, "title");
  const retrieved = textAt(rest, "sources", key, "retrieved");
  return { key, ...(title === undefined ? {} : { title }), ...(retrieved === undefined ? {} : { retrieved }) };
}
