import type { Catalog, Model, Router } from "@modelpref/router";
import { modelsWithoutBackend } from "./without-backend.ts";

/** The models of a router's catalog, and which of them nobody can call; read again when the catalog changes. */
export class Models {
  readonly #router: Router;
  readonly #canCall: (provider: string) => boolean;
  #catalog: Catalog | undefined;
  #byId: ReadonlyMap<string, Model> = new Map();
  #withoutBackend: ReadonlyMap<string, string> = new Map();

  constructor(router: Router, canCall: (provider: string) => boolean) {
    this.#router = router;
    this.#canCall = canCall;
  }

  /** The model of an id. */
  get(id: string): Model | undefined {
    this.#read();
    return this.#byId.get(id);
  }

  /** What the router is told as `unavailable`: models whose provider has no back end, and those that rest. */
  unavailable(resting: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    this.#read();
    return resting.size === 0 ? this.#withoutBackend : new Map([...resting, ...this.#withoutBackend]);
  }

  #read(): void {
    const { catalog } = this.#router;
    if (catalog === this.#catalog) return;
    this.#catalog = catalog;
    this.#byId = new Map(catalog.models.map((model) => [model.id, model]));
    this.#withoutBackend = modelsWithoutBackend(catalog, this.#canCall);
  }
}
