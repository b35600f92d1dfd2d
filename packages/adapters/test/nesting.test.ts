import { expect, test } from "vitest";
import { nesting } from "../src/governance/nesting/nesting.ts";
import { createSamplingHandler, type Outcome } from "../src/index.ts";
import { CLIENTS, type Connected } from "./e2e/clients.ts";
import { listen, PROGRAMS } from "./e2e/servers.ts";
import { answering } from "./kit/backends.ts";
import { createTestRouter } from "./kit/catalog.ts";

// A server's question is answered by a tool of the same server, which asks again: a circle through real connections, in
// which a program's own trace of "inside of" ends.
const CASES = (["SDK v1", "SDK v2, 2025", "SDK v2, 2026"] as const).flatMap((client) =>
  (["stdio", "http"] as const).map((way) => ({ client, way })),
);

test.for(CASES)("a circle by way of a server ends: $client over $way", { timeout: 60_000 }, async ({ client, way }) => {
  const outcomes: Outcome[] = [];
  let connected: Connected | undefined;
  const backend = answering(async (_, signal) => {
    signal.throwIfAborted();
    const result = await connected?.callTool("ask", { question: "And you?" });
    return JSON.stringify(result);
  });
  const handler = createSamplingHandler({
    router: createTestRouter(),
    backend,
    approveRequest: "allow",
    practices: [nesting({ maxDepth: 3 })],
    onDecision: (_, outcome) => outcomes.push(outcome),
    deadlineMs: 20_000,
  });
  const program = PROGRAMS[client === "SDK v2, 2026" ? "SDK v2" : "SDK v1"];
  const listening = way === "http" ? await listen(program) : undefined;
  try {
    const connection = await CLIENTS[client](
      listening === undefined ? { file: program.file } : { url: listening.url },
      handler,
    );
    connected = connection;
    await connection.callTool("ask", { question: "Who?" }).catch(() => {});
    expect(backend.calls).toHaveLength(3);
    expect(outcomes.map(({ error }) => error)).toEqual(Array.from({ length: 4 }, () => "too-deep"));
    // A request that is inside none is not refused afterwards.
    await connection.callTool("ask", { question: "Again?" }).catch(() => {});
    expect(backend.calls).toHaveLength(6);
  } finally {
    await connected?.close();
    await listening?.stop();
  }
});
