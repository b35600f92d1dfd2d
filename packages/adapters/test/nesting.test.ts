import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { cache } from "../src/governance/cache/index.ts";
import { limits } from "../src/governance/limits/index.ts";
import { nesting } from "../src/governance/nesting/index.ts";
import { createSamplingHandler, type Outcome, type Practice, type SamplingHandlerOptions } from "../src/index.ts";
import { CLIENTS, type Connected } from "./e2e/clients.ts";
import { listen, PROGRAMS } from "./e2e/servers.ts";
import { answering, type RecordingBackend } from "./kit/backends.ts";
import { createTestRouter } from "./kit/catalog.ts";

type Way = { client: "SDK v1" | "SDK v2, 2025" | "SDK v2, 2026"; way: "stdio" | "http" };

const handlerWith = (practices: Practice[], more: Pick<SamplingHandlerOptions, "backend" | "onDecision">) =>
  createSamplingHandler({
    router: createTestRouter(),
    server: "s",
    approveRequest: "allow",
    practices: [nesting({ maxDepth: 3 }), ...practices],
    deadlineMs: 20_000,
    ...more,
  });

/** Connects a handler to a server, for as long as a test runs. */
async function connected(
  { client, way }: Way,
  handler: ReturnType<typeof handlerWith>,
  run: (connection: Connected) => Promise<void>,
): Promise<void> {
  const program = PROGRAMS[client === "SDK v2, 2026" ? "SDK v2" : "SDK v1"];
  const listening = way === "http" ? await listen(program) : undefined;
  const place = listening === undefined ? { file: program.file } : { url: listening.url };
  const connection = await CLIENTS[client](place, handler).catch(async (error: unknown) => {
    await listening?.stop();
    throw error;
  });
  try {
    await run(connection);
  } finally {
    await connection.close();
    await listening?.stop();
  }
}

// A server's question is answered by a tool of the same server, which asks again: a circle through real connections, in
// which a program's own trace of "inside of" ends.
const WAYS = (["SDK v1", "SDK v2, 2025", "SDK v2, 2026"] as const).flatMap((client) =>
  (["stdio", "http"] as const).map((way) => ({ client, way })),
);
const CASES = [
  ...WAYS.map((way) => ({ ...way, and: "nothing else", practices: (): Practice[] => [] })),
  ...WAYS.filter(({ client }) => client === "SDK v1").flatMap((way) => [
    { ...way, and: "the cache", practices: () => [cache({ always: true })] },
    { ...way, and: "one place", practices: () => [limits({ concurrency: { "*": 1 } })] },
    { ...way, and: "both", practices: () => [cache({ always: true }), limits({ concurrency: { "*": 1 } })] },
  ]),
];

test.for(CASES)("a circle by way of a server ends: $client over $way, with $and", { timeout: 60_000 }, async (by) => {
  const outcomes: Outcome[] = [];
  let ask: Connected["callTool"] | undefined;
  const backend = answering(async (_, signal) => {
    signal.throwIfAborted();
    return JSON.stringify(await ask?.("ask", { question: "Who?" }));
  });
  const handler = handlerWith(by.practices(), { backend, onDecision: (_, outcome) => outcomes.push(outcome) });
  await connected(by, handler, async ({ callTool }) => {
    ask = callTool;
    await callTool("ask", { question: "Who?" }).catch(() => {});
    expect(backend.calls).toHaveLength(3);
    expect(outcomes.map(({ error }) => error)).toEqual(Array.from({ length: 4 }, () => "too-deep"));
    // A request that is inside none is not refused afterwards.
    await callTool("ask", { question: "Again?" }).catch(() => {});
    expect(backend.calls).toHaveLength(6);
  });
});

const STUBBORN = WAYS.filter(({ client }) => client === "SDK v1").flatMap((way) => [
  { ...way, and: "nothing else", practices: (): Practice[] => [] },
  { ...way, and: "the cache", practices: () => [cache({ always: true })] },
]);

test.for(STUBBORN)(
  "a server that takes requests back gets no deeper: $client over $way, with $and",
  { timeout: 60_000 },
  async (by) => {
    let deepest = 0;
    let insist: Connected["callTool"] | undefined;
    const backend: RecordingBackend = answering(async ({ messages }, signal) => {
      const depth = Number(/\d+/.exec(JSON.stringify(messages))?.[0]);
      deepest = Math.max(deepest, depth);
      await delay(150);
      signal.throwIfAborted();
      return depth === 9 ? "nine deep" : JSON.stringify(await insist?.("insist", { question: `${depth + 1}` }));
    });
    await connected(by, handlerWith(by.practices(), { backend }), async ({ callTool }) => {
      insist = callTool;
      await callTool("insist", { question: "1" }).catch(() => {});
      expect(deepest).toBe(3);
    });
  },
);
