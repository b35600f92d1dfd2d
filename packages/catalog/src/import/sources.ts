import { readGenaiPrices } from "./readers/genai-prices.ts";
import { readLitellm } from "./readers/litellm.ts";
import { readModelsDev } from "./readers/models-dev.ts";
import { readOpenrouter } from "./readers/openrouter.ts";
import { readPiAi } from "./readers/pi-ai.ts";
import { readScores } from "./readers/scores.ts";
import type { Cited, Reader } from "./row.ts";

/** A list that can be imported. Its name is the key of its entry in a catalog's `sources`. */
export type ImportSource = "models-dev" | "litellm" | "openrouter" | "pi-ai" | "genai-prices" | "scores";

/** How a list is read, and what is said of it in a catalog; scores name their own sources. */
export const SOURCES: Readonly<Record<ImportSource, { read: Reader; about?: Cited }>> = {
  "models-dev": {
    read: readModelsDev,
    about: { title: "models.dev", license: "MIT", url: "https://models.dev/api.json" },
  },
  litellm: {
    read: readLitellm,
    about: {
      title: "LiteLLM, model prices and context windows",
      license: "MIT",
      url: "https://github.com/BerriAI/litellm/blob/main/model_prices_and_context_window.json",
    },
  },
  openrouter: {
    read: readOpenrouter,
    about: { title: "OpenRouter, list of models", license: "facts only", url: "https://openrouter.ai/api/v1/models" },
  },
  "pi-ai": {
    read: readPiAi,
    about: { title: "pi-ai", license: "MIT", url: "https://www.npmjs.com/package/@earendil-works/pi-ai" },
  },
  "genai-prices": {
    read: readGenaiPrices,
    about: { title: "genai-prices", license: "MIT", url: "https://github.com/pydantic/genai-prices" },
  },
  scores: { read: readScores },
};

/** The names of the lists that can be imported. */
export const IMPORT_SOURCES: readonly ImportSource[] = Object.keys(SOURCES) as ImportSource[];

/** Whether a fact whose source has this key came from an import of this list: the key is its name, or begins with it and a slash. */
export function isFrom(source: ImportSource, key: unknown): boolean {
  return typeof key === "string" && (key === source || key.startsWith(`${source}/`));
}
