import { existsSync, readFileSync } from "node:fs";
import { NgramModel } from "./ngram-model.ts";

/** Where the text is: beside this file, and seen from the compiled one in dist/model-server. */
const PLACES = ["stories.md", "../../model-server/stories.md"].map((path) => new URL(path, import.meta.url));

/** Trains the models on the paragraphs of stories.md, by the names under which they are asked for. */
export function trainModels(): ReadonlyMap<string, NgramModel> {
  const stories = PLACES.find((place) => existsSync(place));
  if (stories === undefined) throw new Error("expected examples/model-server/stories.md to train the models on");
  const paragraphs = readFileSync(stories, "utf8")
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "" && !paragraph.startsWith("#"));
  return new Map([1, 2, 3].map((n) => [`ngram-${n}`, new NgramModel(n, paragraphs)]));
}
