import { createSamplingHandler, openaiCompatible } from "@modelpref/adapters";
import { bundledCatalog } from "@modelpref/catalog/bundled";
import { createRouter } from "@modelpref/router";
import { startProvider } from "./provider.mjs";

const request = (text) => ({
  method: "sampling/createMessage",
  params: {
    messages: [{ role: "user", content: { type: "text", text } }],
    modelPreferences: {
      hints: [{ name: "claude-3-sonnet" }, { name: "claude" }],
      costPriority: 0.3,
      intelligencePriority: 0.8,
    },
    systemPrompt: "You are a helpful assistant.",
    maxTokens: 500,
  },
});

/** A handler as people write it first: one model, nothing checked. */
function bareHandler(backend) {
  const { signal } = new AbortController();
  return async ({ params: { messages, systemPrompt, maxTokens } }) => {
    const { model, content, stopReason } = await backend.complete(
      { model: "constant", messages, systemPrompt, maxTokens },
      { signal },
    );
    return { model, role: "assistant", content: content[0], stopReason };
  };
}

function ourHandler(backend) {
  return createSamplingHandler({ router: createRouter(bundledCatalog()), backend, approveRequest: "allow" });
}

async function time(handler, count) {
  const start = performance.now();
  for (let index = 0; index < count; index++) await handler(request(`request ${index}`));
  return ((performance.now() - start) * 1000) / count;
}

/** The median of turns that are taken in alternation, so that a busy moment hits both. */
async function compare(ours, bare, count, turns) {
  const taken = { ours: [], bare: [] };
  for (let turn = 0; turn < turns; turn++) {
    taken.bare.push(await time(bare, count));
    taken.ours.push(await time(ours, count));
  }
  const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return { ours: median(taken.ours), bare: median(taken.bare) };
}

/** Microseconds a request takes by our handler and a bare one, with a back end on loopback and with one that answers at once. */
export async function overhead({ turns = 9 } = {}) {
  const provider = await startProvider();
  const http = openaiCompatible({ baseURL: provider.baseURL });
  const instant = {
    complete: async ({ model }) => ({ model, content: [{ type: "text", text: "x" }], stopReason: "endTurn" }),
  };
  try {
    await compare(ourHandler(http), bareHandler(http), 100, 3);
    return {
      loopback: await compare(ourHandler(http), bareHandler(http), 200, turns),
      instant: await compare(ourHandler(instant), bareHandler(instant), 2000, turns),
    };
  } finally {
    provider.stop();
  }
}

/** Bytes of the heap that remain after so many requests, beyond those after a tenth of them. Needs --expose-gc. */
export async function memory({ requests = 100_000 } = {}) {
  const provider = await startProvider();
  const handler = ourHandler(openaiCompatible({ baseURL: provider.baseURL }));
  const used = () => {
    globalThis.gc();
    globalThis.gc();
    return process.memoryUsage().heapUsed;
  };
  try {
    await run(handler, requests / 10);
    const before = used();
    await run(handler, requests);
    return { requests, growth: used() - before };
  } finally {
    provider.stop();
  }
}

/** Sends requests, sixteen at a time. */
async function run(handler, requests) {
  let next = 0;
  const worker = async () => {
    while (next++ < requests) await handler(request(`request ${next}`));
  };
  await Promise.all(Array.from({ length: 16 }, worker));
}
