import { isObject, type JsonObject } from "../measure/json.ts";
import type { Problems } from "./problems.ts";

/** Base64 in the usual alphabet: an address is none, so nobody takes it for one. */
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
/** A media type with its parameters, and nothing that could end the part of an address or a header that it stands in. */
const MEDIA_TYPE = /^[\w!#$&^.+-]{1,127}\/[\w!#$&^.+-]{1,127}(?:; ?[\w.+-]{1,64}=[\w.+-]{1,64}){0,4}$/;

type Check = (block: JsonObject, path: string, problems: Problems) => void;

/** Each kind of block and what it must hold (R4, R8). */
const CHECKS: ReadonlyMap<unknown, Check> = new Map<unknown, Check>([
  ["text", (block, path, problems) => text(block, "text", path, problems)],
  ["image", media],
  ["audio", media],
  ["tool_use", toolUse],
  ["tool_result", toolResult],
]);

/** What the result of a tool may hold (R8). */
const INSIDE: ReadonlyMap<unknown, Check> = new Map<unknown, Check>([
  ["text", (block, path, problems) => text(block, "text", path, problems)],
  ["image", media],
  ["audio", media],
  ["resource", resource],
  ["resource_link", resourceLink],
]);

/** Checks the content of a message: one block, or a list of them. */
export function checkContent(content: unknown, path: string, problems: Problems): void {
  if (Array.isArray(content)) {
    problems.expect(content.length > 0, path, "expected at least one block");
    for (const [index, block] of content.entries()) checkBlock(block, `${path}[${index}]`, problems, CHECKS);
  } else checkBlock(content, path, problems, CHECKS);
}

function checkBlock(block: unknown, path: string, problems: Problems, checks: ReadonlyMap<unknown, Check>): void {
  if (!isObject(block)) return void problems.expect(false, path, "expected a block of content");
  const check = checks.get(block["type"]);
  if (check === undefined)
    return void problems.expect(false, `${path}.type`, `expected one of ${[...checks.keys()].join(", ")}`);
  check(block, path, problems);
}

function text(block: JsonObject, key: string, path: string, problems: Problems): void {
  problems.expect(typeof block[key] === "string", `${path}.${key}`, "expected text");
}

function media(block: JsonObject, path: string, problems: Problems): void {
  const { data } = block;
  problems.expect(typeof data === "string" && BASE64.test(data), `${path}.data`, "expected base64");
  mediaType(block, path, problems);
}

function mediaType({ mimeType }: JsonObject, path: string, problems: Problems): void {
  const isType = typeof mimeType === "string" && MEDIA_TYPE.test(mimeType);
  problems.expect(isType, `${path}.mimeType`, "expected a media type such as image/png");
}

function toolUse(block: JsonObject, path: string, problems: Problems): void {
  text(block, "id", path, problems);
  text(block, "name", path, problems);
  problems.expect(isObject(block["input"]), `${path}.input`, "expected an object");
}

function toolResult(block: JsonObject, path: string, problems: Problems): void {
  text(block, "toolUseId", path, problems);
  const { content, isError } = block;
  problems.expect(isError === undefined || typeof isError === "boolean", `${path}.isError`, "expected true or false");
  if (!problems.expect(Array.isArray(content), `${path}.content`, "expected a list of blocks")) return;
  for (const [index, inner] of (content as unknown[]).entries())
    checkBlock(inner, `${path}.content[${index}]`, problems, INSIDE);
}

function resource(block: JsonObject, path: string, problems: Problems): void {
  const held = block["resource"];
  if (!isObject(held)) return void problems.expect(false, `${path}.resource`, "expected an object");
  text(held, "uri", `${path}.resource`, problems);
  const { text: words, blob, mimeType } = held;
  problems.expect(typeof words === "string" || typeof blob === "string", `${path}.resource`, "expected text or blob");
  const isBase64 = blob === undefined || (typeof blob === "string" && BASE64.test(blob));
  problems.expect(isBase64, `${path}.resource.blob`, "expected base64");
  if (mimeType !== undefined) mediaType(held, `${path}.resource`, problems);
}

function resourceLink(block: JsonObject, path: string, problems: Problems): void {
  text(block, "uri", path, problems);
  text(block, "name", path, problems);
}
