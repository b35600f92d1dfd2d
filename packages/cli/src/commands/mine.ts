import type { Catalog } from "@modelpref/router";
import type { Io } from "../io.ts";
import { BadInput } from "../problems/problem.ts";

/**
 * The models that a client of this environment cannot call, as the router is told of them. Says on standard error where
 * that is all of them. @throws BadInput where a variable holds what cannot be used
 */
export async function unavailableHere(catalog: Catalog, io: Io): Promise<ReadonlyMap<string, string>> {
  const { backendsFromEnv, modelsWithoutBackend } = await import("@modelpref/adapters");
  const backends = readBackends(() => backendsFromEnv(io.environment));
  if (Object.keys(backends).length === 0)
    io.err("--mine: no provider is in the environment; set a key such as ANTHROPIC_API_KEY, or OLLAMA_HOST\n");
  return modelsWithoutBackend(catalog, (provider) => Object.hasOwn(backends, provider));
}

function readBackends<Backends>(read: () => Backends): Backends {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new BadInput([{ code: "usage", message: `--mine: ${error.message}` }]);
  }
}
