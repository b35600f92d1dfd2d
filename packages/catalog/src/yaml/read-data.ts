import { isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from "yaml";
import type { Path } from "../problems/format-path.ts";
import { keyText } from "./locate.ts";

/** A key that cannot be taken: it stands in its map before (`first`), or no map can hold it. */
export type RefusedKey = { path: Path; key: ParsedNode; first?: ParsedNode };

/** The plain data of YAML nodes, without the keys that cannot be taken. An alias, refused elsewhere, is undefined. */
export function readData(root: ParsedNode): { data: unknown; refused: readonly RefusedKey[] } {
  const refused: RefusedKey[] = [];
  return { data: readNode(root, [], refused), refused };
}

function readNode(node: ParsedNode | null, path: Path, refused: RefusedKey[]): unknown {
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map((item, index) => readNode(item, [...path, index], refused));
  if (isMap(node)) return readMap(node, path, refused);
  return node === null ? null : undefined;
}

function readMap(map: YAMLMap.Parsed, path: Path, refused: RefusedKey[]): unknown {
  // No prototype, so that no key can reach one. The validator skips this one silently, hence it is refused here.
  const data: Record<string, unknown> = Object.create(null);
  const keys = new Map<string, ParsedNode>();
  for (const { key, value } of map.items) {
    const name = keyText(key);
    const first = keys.get(name);
    if (first !== undefined) refused.push({ path: [...path, name], key, first });
    else if (name === "__proto__") refused.push({ path: [...path, name], key });
    else data[name] = readNode(value, [...path, name], refused);
    if (first === undefined) keys.set(name, key);
  }
  return data;
}
