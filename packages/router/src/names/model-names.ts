import type { Model } from "../catalog/model.ts";
import { type Name, parseName } from "./name.ts";
import { foldCharacters, joinTokens, tokenise } from "./normalise.ts";

/** The names a hint is compared with (design section 5): the model's `model`, `name` and `aliases`, and its `id`. */
export type ModelNames = {
  /** What stands after the provider in the id, the provider's name for the model, and the readable name. */
  own: readonly Name[];
  aliases: readonly Name[];
  id: Name;
  /** How many characters of the id's normal form are the provider's. */
  providerLength: number;
};

/** Takes all names of a model apart. Families tell a prefix from a name; the model's own provider is a prefix too. */
export function parseModelNames(model: Model, familyTokens: ReadonlySet<string>): ModelNames {
  const slash = model.id.indexOf("/");
  const idProvider = model.id.slice(0, Math.max(0, slash));
  const knowledge = { familyTokens, provider: foldCharacters(model.provider ?? idProvider) || undefined };
  const written = new Set([model.id.slice(slash + 1), model.model, model.name]);
  return {
    own: [...written].filter(isName).map((name) => parseName(name, knowledge)),
    aliases: (Array.isArray(model.aliases) ? model.aliases : [])
      .filter(isName)
      .map((name) => parseName(name, knowledge)),
    // Without the own provider: a hint is read without knowing the catalog's providers (invariant 3).
    id: parseName(model.id, { familyTokens }),
    providerLength: joinTokens(tokenise(foldCharacters(idProvider))).length,
  };
}

/** The same, taken apart when they are first asked for: until a hint comes, nobody needs them. */
export class LazyModelNames implements ModelNames {
  readonly #model: Model;
  readonly #familyTokens: ReadonlySet<string>;
  #parsed: ModelNames | undefined;

  constructor(model: Model, familyTokens: ReadonlySet<string>) {
    this.#model = model;
    this.#familyTokens = familyTokens;
  }

  get own(): readonly Name[] {
    return this.#names.own;
  }

  get aliases(): readonly Name[] {
    return this.#names.aliases;
  }

  get id(): Name {
    return this.#names.id;
  }

  get providerLength(): number {
    return this.#names.providerLength;
  }

  get #names(): ModelNames {
    this.#parsed ??= parseModelNames(this.#model, this.#familyTokens);
    return this.#parsed;
  }
}

function isName(name: unknown): name is string {
  return typeof name === "string" && name !== "";
}
