import { type Backend, backendsFromEnv, openaiCompatible } from "@modelpref/adapters";
import { loadCatalog } from "@modelpref/catalog";
import { createRouter, type Router } from "@modelpref/router";
import { startModelServer } from "./model-server/server.ts";

/** What answers in the examples. */
export type Models = {
  /** Ranks the models of catalog.yaml. */
  router: Router;
  /** Calls them, by provider. Models of other providers are unavailable. */
  backends: Readonly<Record<string, Backend>>;
  /** Whether they belong to a provider, so that nobody knows what they will say. */
  areReal: boolean;
  close(): Promise<void>;
};

/** The models of the providers whose keys are in the environment; without any, small ones that are trained and served here. */
export async function openModels(): Promise<Models> {
  const router = createRouter(await loadCatalog("catalog.yaml"));
  // Servers on your machine have an example of their own, local-server: which models they hold, only they know.
  const { ollama, lmstudio, ...hosted } = backendsFromEnv();
  if (Object.keys(hosted).length > 0) return { router, backends: hosted, areReal: true, close: async () => {} };
  const { baseURL, stop } = await startModelServer();
  return { router, backends: { ngram: openaiCompatible({ baseURL }) }, areReal: false, close: stop };
}
