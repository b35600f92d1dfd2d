import type { z } from "zod";
import { fileProblem, MOST_BYTES } from "../file/file-problem.ts";
import { readFile } from "../file/read-file.ts";
import type { Path } from "../problems/format-path.ts";
import type { CatalogProblem, Place } from "../problems/problem.ts";
import { createSourceText, placeAt } from "../problems/source-text.ts";
import { validateAs } from "../schema/validate.ts";
import { locate, locateKey } from "../yaml/locate.ts";
import { readYaml } from "../yaml/read-yaml.ts";

/** How a kind of YAML file looks: its format, and what a reader who finds it empty should write. */
export type DocumentKind<Content> = { schema: z.ZodType<Content>; whenEmpty: string };

/** A YAML file that is read with the safety rules of catalogs (design section 8). */
export type Document<Content> = {
  /** The values as they were written, valid or not; undefined where the text is no YAML. Maps have no prototype. */
  data: unknown;
  /** The values, typed; undefined where they do not fit the format. */
  content: Content | undefined;
  /** What is wrong with the file as such, with its YAML, or with its format. */
  problems: readonly CatalogProblem[];
  /** Where a value stands; where it is missing, the beginning of what should hold it. */
  placeOf(path: Path): Place;
  /** Where the key stands that ends a path. */
  placeOfKey(path: Path): Place;
};

/** Reads a YAML text of some format. Never throws. `file` is what problems call it. */
export function readDocument<Content>(text: string, file: string, kind: DocumentKind<Content>): Document<Content> {
  if (Buffer.byteLength(text) > MOST_BYTES) return unread(file, [fileProblem(file, "file-too-large")]);
  const source = createSourceText(file, text.replace(/^\uFEFF/, ""));
  const { file: yaml, problems } = readYaml(source);
  if (yaml === undefined)
    return unread(
      file,
      problems.map((problem) => whenEmpty(problem, kind)),
    );
  const validated = validateAs(kind.schema, yaml);
  return {
    data: yaml.data,
    content: problems.length > 0 ? undefined : validated.content,
    problems: [...problems, ...validated.problems],
    placeOf: (path) => placeAt(source, locate(yaml.root, path).range, path),
    placeOfKey: (path) => placeAt(source, locateKey(yaml.root, path), path),
  };
}

/** Reads a YAML file of at most 5 MB. Never throws: what is wrong with the file is among the problems. */
export async function loadDocument<Content>(file: string, kind: DocumentKind<Content>): Promise<Document<Content>> {
  const text = await readFile(file);
  return typeof text === "string" ? readDocument(text, file, kind) : unread(file, [text]);
}

function unread<Content>(file: string, problems: readonly CatalogProblem[]): Document<Content> {
  const place = (): Place => ({ file, path: "" });
  return { data: undefined, content: undefined, problems, placeOf: place, placeOfKey: place };
}

function whenEmpty(problem: CatalogProblem, kind: Pick<DocumentKind<unknown>, "whenEmpty">): CatalogProblem {
  return problem.code === "empty" ? { ...problem, message: `nothing is in it; ${kind.whenEmpty}` } : problem;
}
