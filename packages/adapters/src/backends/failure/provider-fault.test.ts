import { expect, test } from "vitest";
import { providerFault, providerFaultOfText } from "./provider-fault.ts";

test.for<[string, unknown, object]>([
  [
    "OpenAI",
    {
      error: { message: "Too long", type: "invalid_request_error", param: "messages", code: "context_length_exceeded" },
    },
    { word: "context_length_exceeded", field: "messages", sentence: "Too long" },
  ],
  [
    "Anthropic",
    { type: "error", error: { type: "overloaded_error", message: "Overloaded" } },
    { word: "overloaded_error", sentence: "Overloaded" },
  ],
  [
    "Google",
    [{ error: { code: 400, message: "No key", status: "INVALID_ARGUMENT" } }],
    { word: "invalid_argument", sentence: "No key", status: 400 },
  ],
  [
    "Mistral",
    { object: "error", message: "Bad id", type: "invalid_function_call", code: "3280" },
    { word: "invalid_function_call", sentence: "Bad id" },
  ],
  ["Ollama, older", { error: "model not found" }, { word: undefined, sentence: "model not found" }],
  ["FastAPI", { detail: "Not Found" }, { sentence: "Not Found" }],
  ["OpenRouter", { error: { code: 429, message: "Slow" } }, { word: undefined, status: 429 }],
])("%s", ([, body, expected]) => {
  expect(providerFault(body)).toMatchObject(expected);
});

test.for(["sk-Ab12cdEFgh", "two words", "x".repeat(41), "", "é", "1abc", "a__b", "a\u001b"])(
  "%j is no word to show",
  (code) => {
    expect(providerFault({ error: { code } }).word).toBeUndefined();
  },
);

test.for([undefined, null, 7, "text", [], [[]], { error: [] }, { error: { code: {}, message: [] } }])(
  "%j says nothing",
  (body) => {
    expect(providerFault(body)).toMatchObject({ word: undefined, field: "", status: undefined });
  },
);

test("what is no JSON says nothing", () => {
  expect(providerFaultOfText("<html>")).toEqual({ word: undefined, field: "", sentence: "", status: undefined });
});
