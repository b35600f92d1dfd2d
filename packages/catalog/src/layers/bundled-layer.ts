import { readFileSync } from "node:fs";
import { bundledCatalog } from "../bundled.ts";
import type { Path } from "../problems/format-path.ts";
import { formatPath } from "../problems/format-path.ts";
import { type BundledPlaces, type EntryPlaces, lineAt } from "./bundled-places.ts";
import type { Layer, Part, Spot } from "./part.ts";
import { isWritten, writtenList } from "./written.ts";

/** What stands before the file of a bundled value, which lies in this package's repository and not with the user. */
const NAME = "bundled";

/**
 * The bundled catalog as the lowest layer, from compiled JSON: neither yaml nor zod is loaded. It says no name: a
 * catalog that extends it is another one.
 */
export function bundledLayer(): Layer {
  const { models, families } = bundledCatalog();
  const places = readPlaces();
  const written = { models, families, sources: places.sources };
  const spotOf = (path: Path): Spot => {
    const [list, index, ...way] = path;
    if (list !== "models" && list !== "families") return { file: `${NAME}: sources.yaml`, line: 1 };
    const entry = writtenList(written[list])[Number(index)];
    const id = isWritten(entry) ? entry["id"] : undefined;
    const entryPlaces: EntryPlaces = places[list][String(id)] ?? ["", {}];
    return { file: `${NAME}: ${entryPlaces[0]}`, line: lineAt(entryPlaces, way) };
  };
  const part: Part = {
    file: NAME,
    written,
    spotOf,
    placeOf: (path) => ({ ...spotOf(path), path: formatPath(path) }),
    report: (path, finding) => ({ ...finding, ...spotOf(path), path: formatPath(path) }),
  };
  return [part];
}

function readPlaces(): BundledPlaces {
  return JSON.parse(readFileSync(new URL("../../dist/bundled-places.json", import.meta.url), "utf8"));
}
