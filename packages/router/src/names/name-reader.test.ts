import { expect, test } from "vitest";
import { createPlainRouter } from "../index.ts";
import { NameReader } from "./name-reader.ts";

const none = new Set<string>();

test("a model is known by what follows the provider, the provider's name for it, its readable name, its aliases and its id", () => {
  const model = { id: "acme/gpt-4o", model: "deployment-7", name: "GPT 4o (EU)", aliases: ["my-default"] };
  const { own, aliases, id, providerLength } = new NameReader(none).read(model);
  expect(own.map(({ text }) => text)).toEqual(["gpt-4o", "deployment-7", "gpt-4o-(eu)"]);
  expect(aliases.map(({ text }) => text)).toEqual(["my-default"]);
  expect(id.text).toBe("acme-gpt-4o");
  expect(providerLength).toBe("acme".length);
});

test.each(["x", "gpt-4o", "/a", "a/", "/", "//", "a//b", " ", "-", "a b", "openai", "@", "us.", "\ud800"])(
  "the id %j, which no catalog file could hold, is read and ranked",
  (id) => {
    const router = createPlainRouter({ models: [{ id }], families: [{ id: "gpt", tokens: ["gpt"] }] });
    expect(router.pick({ modelPreferences: { hints: [{ name: id }] } })?.id).toBe(id);
  },
);

test("a provider with an empty name is no prefix", () => {
  const { own } = new NameReader(none).read({ id: "/openai-gpt", provider: "" });
  expect(own.map(({ core }) => core.text)).toEqual(["openai-gpt"]);
});

test("names that differ only in case, spaces and underscores are one; what is no text, or empty, is none", () => {
  const model = { id: "acme/gpt-4o", model: "GPT_4o", name: "", aliases: ["A", "a", 5 as unknown as string, "b"] };
  const { own, aliases } = new NameReader(none).read(model);
  expect(own.map(({ text }) => text)).toEqual(["gpt-4o"]);
  expect(aliases.map(({ text }) => text)).toEqual(["a", "b"]);
});

test("aliases that are no list are none", () => {
  const { aliases } = new NameReader(none).read({ id: "a/b", aliases: "my-default" as unknown as string[] });
  expect(aliases).toEqual([]);
});

test("the provider that a model states is a prefix of its names, but the id is read without knowing it", () => {
  const { own, id } = new NameReader(none).read({ id: "x/acme/one", provider: "Acme" });
  expect(own.map(({ core }) => core.text)).toEqual(["one"]);
  expect(id.core.text).toBe("x-acme-one");
});
