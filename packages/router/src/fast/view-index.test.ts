import { expect, test } from "vitest";
import { prepareCatalog } from "../catalog/prepared-catalog.ts";
import type { RoutingRequest } from "../request/request.ts";
import { understand } from "../request/understand.ts";
import { ViewIndex } from "./view-index.ts";

const policy = { servers: { strict: { matching: "strict" as const } } };
const models = [{ id: "a/b", limit: { context: 5000, output: 1000 }, tool_call: true }];
const newIndex = (): ViewIndex => new ViewIndex(prepareCatalog({ models, policy }));

test("a view is made when requests of its kind come again, not for one that comes once", () => {
  const index = newIndex();
  const request = understand({ inputTokens: 7 });
  expect(index.knownViewOf(request)).toBe(undefined);
  const view = index.knownViewOf(request);
  expect(view?.entries.map(({ id }) => id)).toEqual(["a/b"]);
  expect(index.knownViewOf(request)).toBe(view);
  expect(index.knownViewOf(understand({ inputTokens: 8 }))).toBe(undefined);
});

test("who needs a view at once gets it, and it is known from then on", () => {
  const index = newIndex();
  const request = understand({ inputTokens: 7 });
  const view = index.viewOf(request);
  expect(index.viewOf(request)).toBe(view);
  expect(index.knownViewOf(request)).toBe(view);
});

const DIFFERENT: [string, RoutingRequest][] = [
  ["the size of the prompt", { inputTokens: 7 }],
  ["the expected output", { expectedOutputTokens: 7 }],
  ["the most output", { maxTokens: 2000 }],
  ["a need", { needs: { tools: true } }],
  ["a modality", { needs: { input: ["image"] } }],
  ["a limit", { limits: { max_seconds: 1 } }],
  ["the server", { server: "strict" }],
];

test.each(DIFFERENT)("requests that differ in %s have different views", (_, request) => {
  const index = newIndex();
  expect(index.viewOf(understand(request))).not.toBe(index.viewOf(understand({})));
});

test("hints, priorities and what is unavailable are not part of a view", () => {
  const index = newIndex();
  const modelPreferences = { hints: [{ name: "a" }], costPriority: 1 };
  const view = index.viewOf(understand({ modelPreferences, unavailable: ["a/b"] }));
  expect(view).toBe(index.viewOf(understand({})));
  expect(view.entries).toHaveLength(1);
});
