import { expect, test } from "vitest";
import { mediaOf } from "./media.ts";

const blob = (mimeType: unknown, data: unknown = "AAAA") => ({
  type: "resource",
  resource: { uri: "x:y", mimeType, blob: data },
});

test("image and audio blocks are media of their kind, with the size of their data", () => {
  expect(mediaOf({ type: "image", data: "AAAAAAAA", mimeType: "image/png" })).toEqual({
    kind: "image",
    mimeType: "image/png",
    bytes: 6,
  });
  expect(mediaOf({ type: "audio", data: "AAAA", mimeType: "Audio/WAV; rate=16000" })).toEqual({
    kind: "audio",
    mimeType: "audio/wav",
    bytes: 3,
  });
  expect(mediaOf({ type: "image" })).toEqual({ kind: "image", mimeType: "", bytes: 0 });
});

test.each([
  ["application/pdf", "pdf"],
  [" Application/PDF ;x=1", "pdf"],
  ["image/webp", "image"],
  ["audio/mpeg", "audio"],
  ["video/mp4", "video"],
  ["application/zip", undefined],
  ["imagery/png", undefined],
  ["", undefined],
  [7, undefined],
])("a resource blob of type %j is %s", (mimeType, kind) => {
  expect(mediaOf(blob(mimeType))?.kind).toBe(kind);
});

test("text, links, and resources without a blob are no media", () => {
  expect(mediaOf({ type: "text", text: "image" })).toBeUndefined();
  expect(mediaOf({ type: "resource_link", uri: "x:y", mimeType: "image/png" })).toBeUndefined();
  expect(mediaOf({ type: "resource", resource: { mimeType: "image/svg+xml", text: "<svg/>" } })).toBeUndefined();
  expect(mediaOf(blob("image/png", 5))).toBeUndefined();
  expect(mediaOf({ type: "resource", resource: null })).toBeUndefined();
});
