import type { Model } from "../catalog/model.ts";
import type { Name } from "./name.ts";
import type { NameReader } from "./name-reader.ts";

/** The names a hint is compared with (design section 5): the model's `model`, `name` and `aliases`, and its `id`. */
export type ModelNames = {
  /** What stands after the provider in the id, the provider's name for the model, and the readable name. */
  own: readonly Name[];
  aliases: readonly Name[];
  id: Name;
  /** How many characters of the id's normal form are the provider's. */
  providerLength: number;
};

/** The names of a model, read when they are first asked for: until a hint comes, nobody needs them. */
export class LazyModelNames implements ModelNames {
  readonly #model: Model;
  readonly #reader: NameReader;
  #names: ModelNames | undefined;

  constructor(model: Model, reader: NameReader) {
    this.#model = model;
    this.#reader = reader;
  }

  get own(): readonly Name[] {
    return this.#read().own;
  }

  get aliases(): readonly Name[] {
    return this.#read().aliases;
  }

  get id(): Name {
    return this.#read().id;
  }

  get providerLength(): number {
    return this.#read().providerLength;
  }

  #read(): ModelNames {
    this.#names ??= this.#reader.read(this.#model);
    return this.#names;
  }
}
