import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { backendsFromEnv } from "./backends-from-env.ts";
import { KNOWN_PROVIDERS } from "./providers.ts";

test("an empty environment has no back ends, not even those that every object has", () => {
  const backends = backendsFromEnv({});
  expect(Object.keys(backends)).toEqual([]);
  expect(backends["constructor"]).toBeUndefined();
});

test("each key and each address switches its provider on, and only that", () => {
  for (const { name, key = [], address } of KNOWN_PROVIDERS) {
    for (const variable of key) expect(Object.keys(backendsFromEnv({ [variable]: "k" }))).toEqual([name]);
    if (address) expect(Object.keys(backendsFromEnv({ [address.variable]: "127.0.0.1" }))).toEqual([name]);
  }
});

test("blank variables count as absent", () => {
  expect(Object.keys(backendsFromEnv({ OPENAI_API_KEY: " ", GEMINI_API_KEY: "", GOOGLE_API_KEY: "k" }))).toEqual([
    "google",
  ]);
});

test("another address without a key switches nothing on", () => {
  expect(Object.keys(backendsFromEnv({ OPENAI_BASE_URL: "http://localhost/v1" }))).toEqual([]);
});

test("what is no address is refused by the name of its variable, and not shown", () => {
  const wrong = { OPENAI_API_KEY: "k", OPENAI_BASE_URL: "ftp://secret" };
  expect(() => backendsFromEnv(wrong)).toThrow(/^OPENAI_API_KEY, OPENAI_BASE_URL: baseURL: expected an http/);
  expect(() => backendsFromEnv({ OLLAMA_HOST: "not an address" })).toThrow(/^OLLAMA_HOST: /);
  expect(() => backendsFromEnv({ MISTRAL_API_KEY: "a\nb" })).toThrow(/^MISTRAL_API_KEY: apiKey/);
});

test("providers have the names of the catalog, or are servers of your own", () => {
  const bundled = new URL("../../../../catalog/bundled/", import.meta.url);
  const catalog = new Set(readdirSync(bundled).map((file) => file.replace(/\.yaml$/, "")));
  const unknown = KNOWN_PROVIDERS.filter(({ name }) => !catalog.has(name)).map(({ name }) => name);
  expect(unknown).toEqual(["lmstudio"]);
  expect(new Set(KNOWN_PROVIDERS.map(({ name }) => name)).size).toBe(KNOWN_PROVIDERS.length);
});
