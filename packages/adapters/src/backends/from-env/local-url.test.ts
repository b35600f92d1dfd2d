import { expect, test } from "vitest";
import { localURL } from "./local-url.ts";

test.for([
  ["127.0.0.1:11434", "http://127.0.0.1:11434/v1"],
  ["127.0.0.1", "http://127.0.0.1:11434/v1"],
  ["localhost", "http://localhost:11434/v1"],
  ["0.0.0.0", "http://127.0.0.1:11434/v1"],
  ["0.0.0.0:8080", "http://127.0.0.1:8080/v1"],
  [":8080", "http://127.0.0.1:8080/v1"],
  ["[::1]:5000", "http://[::1]:5000/v1"],
  ["http://box:5000/", "http://box:5000/v1"],
  ["https://box/ollama", "https://box/ollama/v1"],
  ["not an address", "not an address"],
])("%s is %s", ([value = "", url]) => {
  expect(localURL(value, 11434)).toBe(url);
});
