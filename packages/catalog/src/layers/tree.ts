import type { Path } from "../problems/format-path.ts";
import type { Part } from "./part.ts";
import { isWritten, type Written } from "./written.ts";

/** Where something was written. */
export type Place = { part: Part; path: Path };

/** A value that is replaced whole: a scalar, a list, or `null`, which deletes what lies below. */
export type Leaf = Place & {
  value: unknown;
  /** What it took the place of. */
  overrode?: Tree | undefined;
  /** The id of the model it was inherited from. */
  base?: string | undefined;
};

/** A map, merged key by key; its place is where it was written last. No key of a file can reach a prototype. */
export type Branch = Place & { keys: Map<string, Tree> };

/** A merged value that knows where each part of it was written. */
export type Tree = Leaf | Branch;

/** Whether a tree is a map. */
export function isBranch(tree: Tree | undefined): tree is Branch {
  return tree !== undefined && "keys" in tree;
}

/** Lays a written map over a branch: maps merge deeply, all else replaces (design section 8). */
export function mergeInto(below: Branch, written: Written, { part, path }: Place): void {
  below.part = part;
  below.path = path;
  for (const key of Object.keys(written)) {
    const value = written[key];
    if (value === undefined) continue;
    const place = { part, path: [...path, key] };
    const overrode = below.keys.get(key);
    if (isWritten(value)) {
      const branch = isBranch(overrode) ? overrode : { part, path: place.path, keys: new Map<string, Tree>() };
      below.keys.set(key, branch);
      mergeInto(branch, value, place);
    } else below.keys.set(key, { part, path: place.path, value, overrode });
  }
}

/** The value of a tree without its places. Deleted values are left out, except those that `keepsNull` chooses. */
export function toValue(tree: Tree, keepsNull: (leaf: Leaf) => boolean = () => false): unknown {
  if (!isBranch(tree)) return tree.value;
  const shown = [...tree.keys].filter(([, inner]) => isBranch(inner) || inner.value !== null || keepsNull(inner));
  return Object.fromEntries(shown.map(([key, inner]) => [key, toValue(inner, keepsNull)]));
}

/** The leaves of a tree with their ways, in its order. */
export function* leavesOf(tree: Tree, way: readonly string[] = []): Generator<[way: readonly string[], leaf: Leaf]> {
  if (!isBranch(tree)) yield [way, tree];
  else for (const [key, inner] of tree.keys) yield* leavesOf(inner, [...way, key]);
}

/** The tree at a way inside another, or undefined. */
export function treeAt(tree: Tree, ...way: readonly string[]): Tree | undefined {
  let node: Tree | undefined = tree;
  for (const step of way) node = isBranch(node) ? node.keys.get(step) : undefined;
  return node;
}

/** The text at a way inside a tree, or undefined. */
export function textAt(tree: Tree, ...way: readonly string[]): string | undefined {
  const leaf = treeAt(tree, ...way);
  return leaf !== undefined && !isBranch(leaf) && typeof leaf.value === "string" ? leaf.value : undefined;
}

/** The keys of the map at a way that were not deleted; none where there is no map. */
export function keysAt(tree: Tree, ...way: readonly string[]): string[] {
  const branch = treeAt(tree, ...way);
  if (!isBranch(branch)) return [];
  return [...branch.keys].filter(([, inner]) => isBranch(inner) || inner.value !== null).map(([key]) => key);
}

/** Where the value at a way was written; of a missing one, where it should stand. */
export function placeOf(tree: Tree, way: Path): Place {
  let node = tree;
  for (const [depth, step] of way.entries()) {
    const inner = isBranch(node) ? node.keys.get(String(step)) : undefined;
    if (inner === undefined) return { part: node.part, path: [...node.path, ...way.slice(depth)] };
    node = inner;
  }
  return { part: node.part, path: node.path };
}
