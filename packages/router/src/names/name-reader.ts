import type { Model } from "../catalog/model.ts";
import type { ModelNames } from "./model-names.ts";
import { type Core, type Name, parseName, readCore } from "./name.ts";
import { foldName, joinTokens, tokenise } from "./normalise.ts";

const NO_NAMES: readonly Name[] = [];

/**
 * Takes the names of one catalog's models apart. Families tell a prefix from a name; the model's own provider is a prefix
 * too. What models share is read once: the providers, and the cores of models that many hosts offer.
 */
export class NameReader {
  readonly #familyTokens: ReadonlySet<string>;
  readonly #cores = new Map<string, Core>();
  readonly #providerLengths = new Map<string, number>();

  constructor(familyTokens: ReadonlySet<string>) {
    this.#familyTokens = familyTokens;
  }

  /** All names of a model. */
  read(model: Model): ModelNames {
    const { id, aliases = NO_NAMES, provider: stated } = model;
    const slash = id.indexOf("/");
    const idProvider = id.slice(0, Math.max(0, slash));
    const provider = foldName(stated ?? idProvider) || undefined;
    return {
      own: this.#readAll([id.slice(slash + 1), model.model, model.name], provider),
      aliases: Array.isArray(aliases) ? this.#readAll(aliases, provider) : NO_NAMES,
      // Without the own provider: a hint is read without knowing the catalog's providers (invariant 3).
      id: this.#readOne(foldName(id), undefined),
      providerLength: this.#lengthOf(idProvider),
    };
  }

  /** Spellings that differ only in case, spaces and underscores are one name. */
  #readAll(written: readonly unknown[], provider: string | undefined): readonly Name[] {
    const distinct = new Set(written.filter(isName).map(foldName));
    return distinct.size === 0 ? NO_NAMES : Array.from(distinct, (name) => this.#readOne(name, provider));
  }

  #readOne(folded: string, provider: string | undefined): Name {
    return parseName(folded, { familyTokens: this.#familyTokens, provider }, this.#coreOf);
  }

  readonly #coreOf = (bare: string, tokens?: readonly string[]): Core => {
    const known = this.#cores.get(bare);
    if (known !== undefined) return known;
    const core = readCore(bare, tokens);
    this.#cores.set(bare, core);
    return core;
  };

  #lengthOf(provider: string): number {
    const known = this.#providerLengths.get(provider);
    if (known !== undefined) return known;
    const { length } = joinTokens(tokenise(foldName(provider)));
    this.#providerLengths.set(provider, length);
    return length;
  }
}

function isName(name: unknown): name is string {
  return typeof name === "string" && name !== "";
}
