import { isObject, type JsonObject, textOf } from "./json.ts";

/** What a model must be able to take in besides text; the words of the catalog's modalities. */
export type MediaKind = "image" | "audio" | "video" | "pdf";

/** A picture, a recording or a document in a request, with its size in bytes. */
export type Media = { kind: MediaKind; mimeType: string; bytes: number };

/**
 * The media a block holds: an image, an audio block, or an embedded resource whose blob is one (R4, R8).
 * A resource with text is text whatever its type, and a link is only its words: neither is media.
 */
export function mediaOf(block: JsonObject): Media | undefined {
  const type = block["type"];
  if (type === "image" || type === "audio") {
    return { kind: type, mimeType: mimeTypeOf(block), bytes: bytesOf(block["data"]) };
  }
  const resource = block["resource"];
  if (type !== "resource" || !isObject(resource) || typeof resource["blob"] !== "string") return undefined;
  const mimeType = mimeTypeOf(resource);
  const kind = kindOf(mimeType);
  return kind === undefined ? undefined : { kind, mimeType, bytes: bytesOf(resource["blob"]) };
}

function kindOf(mimeType: string): MediaKind | undefined {
  if (mimeType === "application/pdf") return "pdf";
  const family = mimeType.split("/", 1)[0];
  return family === "image" || family === "audio" || family === "video" ? family : undefined;
}

/** The type without its parameters, in lower case. A longer one than a mime type may be is cut. */
function mimeTypeOf(holder: JsonObject): string {
  const [type = ""] = textOf(holder["mimeType"]).slice(0, 255).split(";", 1);
  return type.trim().toLowerCase();
}

/** Base64 writes three bytes as four characters. */
function bytesOf(base64: unknown): number {
  return (textOf(base64).length * 3) / 4;
}
