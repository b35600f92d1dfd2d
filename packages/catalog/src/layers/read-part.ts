import { fileProblem, MOST_BYTES } from "../file/file-problem.ts";
import type { CatalogProblem } from "../problems/problem.ts";
import { createSourceText } from "../problems/source-text.ts";
import { validate } from "../schema/validate.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { type Part, yamlPart } from "./part.ts";

/** One text as far as it could be read. There is no part where what it says is unknown. */
export type Reading = { part?: Part; problems: readonly CatalogProblem[] };

/** Reads a YAML text as a part of a catalog. Never throws. `file` is what problems call it. */
export function readPart(file: string, text: string): Reading {
  if (Buffer.byteLength(text) > MOST_BYTES) return { problems: [fileProblem(file, "file-too-large")] };
  const { file: yaml, problems } = readYaml(createSourceText(file, text.replace(/^\uFEFF/, "")));
  if (yaml === undefined) return { problems };
  const { content, problems: unfit } = validate(yaml);
  return { part: yamlPart(yaml, content), problems: [...problems, ...unfit] };
}
