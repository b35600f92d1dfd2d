import { expect, test } from "vitest";
import { checkMedia } from "./check-media.ts";

const rejected = expect.objectContaining({ name: "BackendError", code: "rejected" });

test("a picture and a recording in base64", () => {
  const image = { type: "image" as const, data: "iVBORw0KGgo=", mimeType: "image/svg+xml" };
  const audio = { type: "audio" as const, data: "", mimeType: "audio/x-wav" };
  expect(checkMedia(image)).toBe(image);
  expect(checkMedia(audio)).toBe(audio);
});

test.for(["http://127.0.0.1/", "data:image/png;base64,AAAA", "file:AAAA", "AA AA", "A=A=", "====", "a-b_"])(
  "%s is no base64",
  (data) => {
    expect(() => checkMedia({ type: "image", data, mimeType: "image/png" })).toThrow(rejected);
  },
);

test.for(["audio/wav", "image/", "image/png;base64,AAAA", "text/html", "image/png\r\nx: y", ""])(
  "%j is no type of a picture",
  (mimeType) => {
    expect(() => checkMedia({ type: "image", data: "AAAA", mimeType })).toThrow(rejected);
  },
);

test("ten megabytes are looked through once", () => {
  expect(() => checkMedia({ type: "image", data: `${"A".repeat(1e7)}!`, mimeType: "image/png" })).toThrow(rejected);
});
