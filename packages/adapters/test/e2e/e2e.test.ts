import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSamplingHandler, type Outcome, openaiCompatible } from "../../src/index.ts";
import { createTestRouter } from "../kit/catalog.ts";
import { CLIENTS, type ClientName, type Connected } from "./clients.ts";
import { type ModelServer, startModelServer } from "./model-server.ts";
import { type Listening, listen, PROGRAMS, type ProgramName } from "./servers.ts";

// Real servers in processes of their own, real clients, a real socket to the provider: what did the provider see, and
// what did the tool give back?

const OF_2025: readonly ClientName[] = ["SDK v1", "SDK v2, 2025"];
const OF_BOTH: readonly ClientName[] = [...OF_2025, "SDK v2, 2026"];

/** Every server, over what, with which clients. */
const MATRIX: readonly { server: ProgramName; over: "stdio" | "HTTP"; clients: readonly ClientName[] }[] = [
  { server: "everything", over: "stdio", clients: OF_2025 },
  { server: "everything", over: "HTTP", clients: [...OF_2025, "mcp-use, one argument"] },
  { server: "fastmcp", over: "stdio", clients: OF_2025 },
  { server: "fastmcp", over: "HTTP", clients: OF_2025 },
  { server: "mcp-use", over: "HTTP", clients: [...OF_2025, "mcp-use, one argument"] },
  { server: "SDK v1", over: "stdio", clients: [...OF_2025, "mcp-use, one argument"] },
  { server: "SDK v1", over: "HTTP", clients: [...OF_2025, "SDK v2, asking"] },
  { server: "SDK v2", over: "stdio", clients: OF_BOTH },
  { server: "SDK v2", over: "HTTP", clients: OF_BOTH },
];
const ROWS = MATRIX.flatMap(({ clients, ...row }) => clients.map((client) => ({ ...row, client })));

let provider: ModelServer;
const listening = new Map<ProgramName, Promise<Listening>>();

beforeAll(async () => {
  provider = await startModelServer();
  for (const { server, over } of MATRIX) if (over === "HTTP") listening.set(server, listen(PROGRAMS[server]));
  await Promise.all(listening.values());
}, 60_000);
afterAll(async () => {
  provider.close();
  await Promise.allSettled([...listening.values()].map(async (one) => (await one).stop()));
});

/** Connects, and waits for the tool: servers add some a moment after the handshake. */
async function connect({ server, over, client }: (typeof ROWS)[number], outcomes: Outcome[]): Promise<Connected> {
  const handler = createSamplingHandler({
    router: createTestRouter(),
    backend: openaiCompatible({ baseURL: provider.baseURL }),
    approveRequest: "allow",
    onDecision: (_, outcome) => outcomes.push(outcome),
  });
  const place = over === "HTTP" ? await listening.get(server) : undefined;
  const connected = await CLIENTS[client](place ?? PROGRAMS[server], handler);
  while (!(await connected.toolNames()).includes(PROGRAMS[server].tool)) await delay(50);
  return connected;
}

test.concurrent.for(ROWS)("$server over $over, client on $client", async (row, { expect: check }) => {
  const { tool, arguments: argumentsFor, hasPreferences, asksTwice } = PROGRAMS[row.server];
  const outcomes: Outcome[] = [];
  const connected = await connect(row, outcomes);
  try {
    const question = `What is ${row.server} over ${row.over} to ${row.client}?`;
    const result = JSON.stringify(await connected.callTool(tool, argumentsFor(question)));
    const model = hasPreferences ? "small" : "big";
    const [call, ...more] = provider.asked.filter(({ messages }) => messages.at(-1)?.content.includes(question));
    check(call).toMatchObject({ model, max_tokens: 100, messages: [{ role: "system" }, { role: "user" }] });
    check(more).toEqual([]);
    check(result).toContain(`You asked: ${call?.messages.at(-1)?.content}`);
    check(result).toContain(model);
    check(outcomes).toMatchObject([{ model: `one/${model}`, attempts: [{ usage: { outputTokens: 7 } }] }]);
    if (asksTwice) await askTwice(connected, check);
  } finally {
    await connected.close();
  }
});

/** Two requests that are open at the same time; in the 2026 era they come in one round. */
async function askTwice({ callTool }: Connected, check: typeof expect): Promise<void> {
  check(await callTool("ask-twice", { question: "What first?", hint: "small" })).toMatchObject({
    content: [{ text: "small answered: You asked: What first?" }, { text: "big answered: You asked: And then?" }],
  });
}

test("every kind of client and every server is in the matrix", () => {
  expect(new Set(ROWS.map(({ client }) => client))).toEqual(new Set(Object.keys(CLIENTS)));
  expect(new Set(ROWS.map(({ server }) => server))).toEqual(new Set(Object.keys(PROGRAMS)));
});
