import { expect, test } from "vitest";
import { readTestRequest, toRoutingRequest } from "./test-request.ts";

const HAIKU = { hints: [{ name: "haiku" }], costPriority: 0.5 };

test.for<[string, Record<string, unknown>]>([
  ["preferences", HAIKU],
  ["preferences with the router's keys", { ...HAIKU, maxTokens: 9, inputTokens: 7, server: "a" }],
  ["params", { modelPreferences: HAIKU, maxTokens: 9 }],
  [
    "a JSON-RPC request",
    { jsonrpc: "2.0", id: 1, method: "sampling/createMessage", params: { modelPreferences: HAIKU } },
  ],
  ["a line of a log", { id: "a", source: "a log", kind: "code", params: HAIKU }],
  ["a line of a log with the router's keys", { source: "a log", params: { modelPreferences: HAIKU }, limits: {} }],
])("%s", async ([, request]) => {
  expect(readTestRequest(request).findings).toEqual([]);
  expect((await toRoutingRequest(request)).modelPreferences).toMatchObject(HAIKU);
});

test("nothing said is a request too", async () => {
  expect(readTestRequest({})).toEqual({ stated: { preferences: {}, preferencesAt: [] }, findings: [] });
});

test("what is stated wins over what is measured from the messages", async () => {
  const messages = [{ role: "user", content: { type: "image", data: "", mimeType: "image/png" } }];
  const params = { messages, maxTokens: 5 };
  const measured = await toRoutingRequest({ ...params } as object);
  expect(measured.needs?.input).toEqual(["text", "image"]);
  expect(measured).toMatchObject({ maxTokens: 5 });
  const stated = { ...params, inputTokens: 3, expectedOutputTokens: 2, needs: { tools: true }, unavailable: ["a/b"] };
  expect(await toRoutingRequest(stated)).toMatchObject({
    inputTokens: 3,
    maxTokens: 5,
    expectedOutputTokens: 2,
    needs: { tools: true },
    unavailable: ["a/b"],
  });
});

test.for<[object, string[]]>([
  [{ hint: [] }, ["hint unknown key; did you mean hints?"]],
  [{ cost_priority: 1 }, ["cost_priority unknown key; did you mean costPriority?"]],
  [{ foo: 1 }, ["foo unknown key"]],
  [{ limit: {}, params: {} }, ["limit unknown key; did you mean limits?"]],
  [{ modelPreferences: { costPriorty: 1 } }, ["modelPreferences.costPriorty unknown key; did you mean costPriority?"]],
  [{ hints: [{ nam: "x" }] }, ["hints.0.nam unknown key; did you mean name?"]],
  [{ costPriority: 7 }, ["costPriority expected a number from 0 to 1, received 7"]],
  [
    { params: { modelPreferences: { speedPriority: -1, intelligencePriority: Number.NaN } } },
    [
      "params.modelPreferences.speedPriority expected a number from 0 to 1, received -1",
      "params.modelPreferences.intelligencePriority expected a number from 0 to 1, received NaN",
    ],
  ],
  [
    { params: { messages: [], needs: {} } },
    ["params.needs no part of a request that a server sends; write it directly under request"],
  ],
  [
    { messages: [], costPriority: 1 },
    ["costPriority belongs under modelPreferences, since keys of sampling/createMessage stand beside it"],
  ],
  [{ hints: [{ name: 3 }] }, ["hints.0.name expected a string, received 3"]],
  [{ method: "tools/call" }, ['method expected "sampling/createMessage", received "tools/call"']],
])("%j is refused", ([request, found]) => {
  const { findings } = readTestRequest(request as Record<string, unknown>);
  expect(findings.map(({ path, message }) => `${path.join(".")} ${message}`)).toEqual(found);
});
