import type { Backend } from "../backend.ts";
import { openaiCompatible } from "../openai-compatible/openai-compatible.ts";
import type { OpenaiCompatibleOptions } from "../openai-compatible/options.ts";
import { localURL } from "./local-url.ts";
import { KNOWN_PROVIDERS, type KnownProvider } from "./providers.ts";

/** Environment variables; a blank one counts as absent. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A back end for each provider of the catalog whose key, or whose server on your machine, is in the environment:
 * OPENAI_API_KEY, ANTHROPIC_API_KEY, GEMINI_API_KEY, OLLAMA_HOST and so on. Nothing is called: a key may be wrong, a
 * server may be down.
 *
 * Throws a TypeError that names the variable where one holds no address, or a key with a line break.
 */
export function backendsFromEnv(env: Environment = process.env): Readonly<Record<string, Backend>> {
  // Looked up by names from a catalog: "constructor" must not be there.
  const backends: Record<string, Backend> = Object.create(null);
  for (const provider of KNOWN_PROVIDERS) {
    const backend = backendOf(provider, env);
    if (backend !== undefined) backends[provider.name] = backend;
  }
  return Object.freeze(backends);
}

function backendOf(provider: KnownProvider, env: Environment): Backend | undefined {
  const { address, key = [], baseURL = "", override, maxTokensKey, keepExtraContent } = provider;
  const switchedBy = [...key, ...(address === undefined ? [] : [address.variable])].find(
    (name) => textIn(env, name) !== "",
  );
  if (switchedBy === undefined) return undefined;
  const value = textIn(env, switchedBy);
  if (address !== undefined) return made(switchedBy, { baseURL: localURL(value, address.port) });
  const other = override === undefined ? "" : textIn(env, override.variable).replace(/\/+$/, "");
  const options: OpenaiCompatibleOptions = {
    baseURL: other === "" ? baseURL : withPath(other, override?.path ?? ""),
    apiKey: value,
    maxTokensKey,
    keepExtraContent,
  };
  return made(other === "" ? switchedBy : `${switchedBy}, ${override?.variable}`, options);
}

function withPath(address: string, path: string): string {
  return address.endsWith(path) ? address : `${address}${path}`;
}

function made(variables: string, options: OpenaiCompatibleOptions): Backend {
  try {
    return openaiCompatible(options);
  } catch (error) {
    throw new TypeError(`${variables}: ${error instanceof Error ? error.message : "not usable"}`);
  }
}

function textIn(env: Environment, name: string): string {
  return env[name]?.trim() ?? "";
}
