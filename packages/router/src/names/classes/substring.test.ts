import { expect, test } from "vitest";
import { parseHint } from "../hint.ts";
import { NameReader } from "../name-reader.ts";
import { isSubstring, isSubstringOfId } from "./substring.ts";

const familyTokens = new Set<string>();
const idOf = (id: string) => new NameReader(familyTokens).read({ id });
const hint = (written: string) => parseHint(written, { familyTokens });

test.each([
  ["sonnet", "claude-sonnet-5", true],
  ["claude", "claude-sonnet-5", true],
  ["claude-son", "claude-sonnet-5", false],
  ["onnet", "claude-sonnet-5", false],
  ["gpt-4", "gpt-4.1", true],
  ["gpt-4", "gpt-4o", true],
  ["gpt-4", "gpt-41", false],
  ["llama", "llama3.3", true],
  ["qwen-3", "qwen-32b", false],
])("%s is a literal part of %s: %s", (written, name, expected) => {
  expect(isSubstring(hint(written), idOf(name).id)).toBe(expected);
});

test.each([
  ["openai", "openai/whisper", true],
  ["open", "openai/whisper", false],
  ["openai/whis", "openai/whisper", false],
  ["openai/whisper", "openai/whisper-2", true],
  ["openai/gpt-4", "openai/gpt-4o", true],
  ["whisper", "openai/whisper", false],
  ["amazon", "amazon-bedrock/nova", true],
  ["bedrock", "amazon-bedrock/nova", true],
  ["amaz", "amazon-bedrock/nova", false],
  ["edrock", "amazon-bedrock/nova", false],
  ["bedrock/nova", "amazon-bedrock/nova", true],
  ["acme", "acme4/x", true],
  ["ac", "acme4/x", false],
  ["acme", "acme4x/y", false],
  ["openai", "openai", false],
])("%s begins at a whole word of the provider of %s, and ends with one: %s", (written, id, expected) => {
  const { id: name, providerLength } = idOf(id);
  expect(isSubstringOfId(hint(written), name, providerLength)).toBe(expected);
});
