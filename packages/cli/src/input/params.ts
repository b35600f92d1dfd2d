import type { ModelPreferences } from "@modelpref/router";
import type { Path } from "../problems/problem.ts";
import {
  check,
  checkObject,
  checkObjects,
  checkPresent,
  type Findings,
  isObject,
  type JsonObject,
  kinds,
  own,
} from "./checks.ts";
import { readPreferences } from "./preferences.ts";
import { warnOfUnknownKeys } from "./unknown-keys.ts";

/** The keys of the params of `sampling/createMessage`, up to revision 2026-07-28. */
export const PARAMS_KEYS: readonly string[] = [
  "modelPreferences",
  "messages",
  "tools",
  "maxTokens",
  "systemPrompt",
  "toolChoice",
  "includeContext",
  "temperature",
  "stopSequences",
  "metadata",
  "_meta",
  "task",
];

/** The fields of content blocks that are read, by the type of block. */
const BLOCK_FIELDS: ReadonlyMap<unknown, readonly string[]> = new Map([
  ["text", ["text"]],
  ["image", ["data", "mimeType"]],
  ["audio", ["data", "mimeType"]],
]);

function checkBlock(findings: Findings, block: JsonObject, path: Path): void {
  const type = own(block, "type");
  if (!checkPresent(findings, type, kinds.text, [...path, "type"])) return;
  for (const field of BLOCK_FIELDS.get(type) ?? []) {
    checkPresent(findings, own(block, field), kinds.text, [...path, field]);
  }
}

/** A message's content is one block or an array of them (R4). */
function checkContent(findings: Findings, content: unknown, path: Path): void {
  if (Array.isArray(content)) {
    for (const { entry, path: at } of checkObjects(findings, content, path)) checkBlock(findings, entry, at);
  } else if (checkPresent(findings, content, kinds.content, path) && isObject(content)) {
    checkBlock(findings, content, path);
  }
}

function checkMessages(findings: Findings, messages: unknown, path: Path): void {
  for (const { entry, path: at } of checkObjects(findings, messages, path)) {
    checkPresent(findings, own(entry, "role"), kinds.role, [...at, "role"]);
    checkContent(findings, own(entry, "content"), [...at, "content"]);
  }
}

function checkTools(findings: Findings, tools: unknown, path: Path): void {
  for (const { entry, path: at } of checkObjects(findings, tools, path)) {
    checkPresent(findings, own(entry, "name"), kinds.text, [...at, "name"]);
  }
}

/** Reads the params of `sampling/createMessage`: only what routing uses is checked; the rest is not ours. */
export function readParams(findings: Findings, params: JsonObject, path: Path): ModelPreferences {
  warnOfUnknownKeys(findings, params, PARAMS_KEYS, path, "ignored");
  const preferences = checkObject(findings, own(params, "modelPreferences"), [...path, "modelPreferences"]);
  checkMessages(findings, own(params, "messages"), [...path, "messages"]);
  checkTools(findings, own(params, "tools"), [...path, "tools"]);
  check(findings, own(params, "maxTokens"), kinds.number, [...path, "maxTokens"]);
  check(findings, own(params, "systemPrompt"), kinds.text, [...path, "systemPrompt"]);
  return preferences ? readPreferences(findings, preferences, [...path, "modelPreferences"]) : {};
}
