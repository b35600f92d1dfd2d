import type { PreparedCatalog } from "../catalog/prepared-catalog.ts";
import { canServe } from "../constraints/index.ts";
import { fallsShort } from "../decide.ts";
import { readDemand } from "../demand.ts";
import { type Understood, understand } from "../request/understand.ts";
import { BoundedCache } from "./bounded-cache.ts";
import { bytesOf, createView, type View } from "./view.ts";

const MOST_BYTES = 64e6;
const MOST_BYTES_SEEN = 1e6;
const NOBODY: ReadonlyMap<string, string> = new Map();

/** The views of a catalog, each made when requests of its kind come again, and remembered. */
export class ViewIndex {
  readonly #catalog: PreparedCatalog;
  readonly #remembered = new BoundedCache<View>(MOST_BYTES);
  readonly #seenOnce = new BoundedCache<true>(MOST_BYTES_SEEN);
  #ordinary: View | undefined;

  constructor(catalog: PreparedCatalog) {
    this.#catalog = catalog;
  }

  /** The view of requests that state nothing but preferences. */
  get ordinary(): View {
    this.#ordinary ??= this.#create(understand({}));
    return this.#ordinary;
  }

  /** The view of a request, made where it is not remembered. */
  viewOf(request: Understood): View {
    const key = keyOf(request);
    return this.#remembered.get(key) ?? this.#remember(key, request);
  }

  /** The same, but undefined where it is not remembered and no request of its kind was seen lately. */
  knownViewOf(request: Understood): View | undefined {
    const key = keyOf(request);
    const known = this.#remembered.get(key);
    if (known !== undefined) return known;
    if (this.#seenOnce.get(key)) return this.#remember(key, request);
    this.#seenOnce.set(key, true, 2 * key.length + 100);
    return undefined;
  }

  #remember(key: string, request: Understood): View {
    const view = this.#create(request);
    this.#remembered.set(key, view, bytesOf(view) + 2 * key.length);
    return view;
  }

  #create(request: Understood): View {
    // What is unavailable counts as able: it changes from one request to the next.
    const { policy, demand } = readDemand(this.#catalog.policy, { ...request, unavailable: NOBODY });
    const able = this.#catalog.entries.filter((entry) => canServe(entry, demand));
    return createView(able, request, policy, (entry) => fallsShort(entry, request));
  }
}

/** All that a view depends on. */
function keyOf({ inputTokens, expectedOutputTokens, maxTokens, needs, limits, server }: Understood): string {
  return JSON.stringify([inputTokens, expectedOutputTokens, maxTokens ?? null, needs, limits, server]);
}
