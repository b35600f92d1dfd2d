import type { Path } from "../problems/format-path.ts";
import type { CatalogProblem, Finding, Place as PlaceInFile } from "../problems/problem.ts";
import { placeAt, problemAt, type Range } from "../problems/source-text.ts";
import { locate, locateKey } from "../yaml/locate.ts";
import type { YamlFile } from "../yaml/read-yaml.ts";
import { isWritten, type Written } from "./written.ts";

/** A line of a file. */
export type Spot = { file: string; line: number };

/** One file of a layer: what it says, and where. */
export type Part = {
  /** The file as problems show it. */
  file: string;
  /** What it says; where it does not fit the format, as far as it is a map, so that all problems come at once. */
  written: Written;
  /** The line of a value. */
  spotOf: (path: Path) => Spot;
  /** Where a value stands, as far as that is known; of a missing one, what should hold it. */
  placeOf: (path: Path) => PlaceInFile;
  /** A finding about a value, or about its key. */
  report: (path: Path, finding: Finding, of?: "value" | "key") => CatalogProblem;
  /** The file as it was read; absent where it was compiled. */
  yaml?: YamlFile;
};

/** What lies at one height: one file, or the several files of the bundled catalog. An entry stands in it once. */
export type Layer = readonly Part[];

/** The part that a YAML file is; `content` is its data where that fits the format. */
export function yamlPart(yaml: YamlFile, content: Written | undefined): Part {
  const { source, root, data } = yaml;
  const rangeOf = (path: Path): Range => locate(root, path).range;
  return {
    file: source.file,
    written: content ?? (isWritten(data) ? data : {}),
    spotOf: (path) => ({ file: source.file, line: source.lines.linePos(rangeOf(path)[0]).line }),
    placeOf: (path) => placeAt(source, rangeOf(path), path),
    report: (path, finding, of = "value") =>
      problemAt(source, of === "key" ? locateKey(root, path) : rangeOf(path), path, finding),
    yaml,
  };
}
