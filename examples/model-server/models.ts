import { readFileSync } from "node:fs";
import { NgramModel } from "./ngram-model.ts";

/** Trains the models on the paragraphs of stories.md, by the names under which they are asked for. */
export function trainModels(): ReadonlyMap<string, NgramModel> {
  // This file runs as examples/dist/model-server/models.js.
  const stories = readFileSync(new URL("../../model-server/stories.md", import.meta.url), "utf8");
  const paragraphs = stories
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "" && !paragraph.startsWith("#"));
  return new Map([1, 2, 3].map((n) => [`ngram-${n}`, new NgramModel(n, paragraphs)]));
}
