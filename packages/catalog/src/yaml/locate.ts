import { isMap, isScalar, isSeq, type Pair, type ParsedNode, type YAMLMap } from "yaml";
import type { Path } from "../problems/format-path.ts";
import type { Range } from "../problems/source-text.ts";

/** A value and its place; where the value is missing, the place is the beginning of the map that should hold it. */
export type Place = { node: ParsedNode | null; range: Range; missing: boolean };

type ParsedPair = Pair<ParsedNode, ParsedNode | null>;

/** The pairs of each map by key, so that a map of 100,000 keys is read once. */
const pairsOfMap = new WeakMap<YAMLMap.Parsed, ReadonlyMap<string, ParsedPair>>();

/** The text of a key. Keys that are no text were refused before. */
export function keyText(key: ParsedNode): string {
  return isScalar(key) ? String(key.value) : "";
}

/** The value at a path. */
export function locate(root: ParsedNode, path: Path): Place {
  let place: Place = { node: root, range: rangeOf(root), missing: false };
  for (const step of path) {
    const { node } = place;
    if (isMap(node)) place = locateInMap(node, String(step));
    else if (isSeq(node)) place = locateInList(node, Number(step), place.range);
    else return place;
  }
  return place;
}

/** The place of the key that the last step of a path names. */
export function locateKey(root: ParsedNode, path: Path): Range {
  const parent = locate(root, path.slice(0, -1));
  const pair = isMap(parent.node) ? pairsOf(parent.node).get(String(path.at(-1))) : undefined;
  return pair === undefined ? parent.range : rangeOf(pair.key);
}

function locateInMap(map: YAMLMap.Parsed, key: string): Place {
  const pair = pairsOf(map).get(key);
  if (pair === undefined) return { node: null, range: beginningOf(map), missing: true };
  const { value } = pair;
  // An empty value has no extent of its own: its key shows the place.
  const isEmpty = value === null || value.range[0] === value.range[1];
  return { node: value, range: rangeOf(isEmpty ? pair.key : value), missing: false };
}

function locateInList(list: { items: readonly ParsedNode[] }, index: number, range: Range): Place {
  const item = list.items[index];
  return item === undefined
    ? { node: null, range, missing: true }
    : { node: item, range: rangeOf(item), missing: false };
}

function pairsOf(map: YAMLMap.Parsed): ReadonlyMap<string, ParsedPair> {
  const known = pairsOfMap.get(map);
  if (known !== undefined) return known;
  // Of equal keys the first counts, and it is set last.
  const pairs = new Map(map.items.toReversed().map((pair) => [keyText(pair.key), pair]));
  pairsOfMap.set(map, pairs);
  return pairs;
}

function beginningOf(map: YAMLMap.Parsed): Range {
  const [first] = map.items;
  return map.flow || first === undefined ? [map.range[0], map.range[0] + 1] : rangeOf(first.key);
}

/** Where a value begins and ends, without the white space behind it. */
export function rangeOf({ range }: ParsedNode): Range {
  return [range[0], range[1]];
}
