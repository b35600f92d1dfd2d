import type { PreparedCatalog } from "../catalog/prepared-catalog.ts";
import { canServe } from "../constraints/index.ts";
import { fallsShort } from "../decide.ts";
import { mergePolicies, policyLayers } from "../policy/effective-policy.ts";
import { tighten } from "../policy/tighten.ts";
import { type Understood, understand } from "../request/understand.ts";
import { BoundedCache } from "./bounded-cache.ts";
import { bytesOf, createView, type View } from "./view.ts";

const MOST_BYTES = 64e6;
const NOBODY: ReadonlyMap<string, string> = new Map();

/** The views of a catalog, each made when the first request of its kind comes, and remembered. */
export class ViewIndex {
  readonly #catalog: PreparedCatalog;
  readonly #remembered = new BoundedCache<View>(MOST_BYTES);
  #ordinary: View | undefined;

  constructor(catalog: PreparedCatalog) {
    this.#catalog = catalog;
  }

  /** The view of requests that state nothing but preferences. */
  get ordinary(): View {
    this.#ordinary ??= this.#create(understand({}));
    return this.#ordinary;
  }

  /** The view of a request. What is unavailable counts as able: it changes from one request to the next. */
  viewOf(request: Understood): View {
    const { inputTokens, expectedOutputTokens, maxTokens = null, needs, limits, server } = request;
    const key = JSON.stringify([inputTokens, expectedOutputTokens, maxTokens, needs, limits, server]);
    const known = this.#remembered.get(key);
    if (known !== undefined) return known;
    const view = this.#create(request);
    this.#remembered.set(key, view, bytesOf(view) + 2 * key.length);
    return view;
  }

  #create(request: Understood): View {
    const { policy, entries } = this.#catalog;
    const layers = policyLayers(policy, request.server);
    const limits = tighten([...layers.map((layer) => layer.limits), request.limits]);
    const demand = { ...request, limits, unavailable: NOBODY };
    const able = entries.filter((entry) => canServe(entry, demand));
    return createView(able, request, mergePolicies(layers), (entry) => fallsShort(entry, request));
  }
}
