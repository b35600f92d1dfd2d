import { expect, test } from "vitest";
import { mediaTokens } from "./media-tokens.ts";

test.each([
  ["an image costs the same at any size", { kind: "image", mimeType: "image/png", bytes: 9_000_000 }, 1600],
  ["ten seconds of 16 kHz speech", { kind: "audio", mimeType: "audio/wav", bytes: 320_000 }, 320],
  ["ten seconds of a compressed recording", { kind: "audio", mimeType: "audio/mpeg", bytes: 80_000 }, 320],
  ["a started second is a second", { kind: "audio", mimeType: "audio/mpeg", bytes: 80_001 }, 352],
  ["four seconds of film", { kind: "video", mimeType: "video/mp4", bytes: 500_000 }, 1200],
  ["three pages", { kind: "pdf", mimeType: "application/pdf", bytes: 150_000 }, 10_800],
  ["an empty document is one page", { kind: "pdf", mimeType: "application/pdf", bytes: 0 }, 3600],
] as const)("%s", (_, media, tokens) => {
  expect(mediaTokens(media)).toBe(tokens);
});
