import { expect, vi } from "vitest";
import { type AnswerStore, type CacheOptions, cache } from "../../src/governance/cache/index.ts";
import { createSamplingHandler, type SamplingHandler, type SamplingResult } from "../../src/index.ts";
import { answering } from "./backends.ts";
import { createTestRouter } from "./catalog.ts";
import { params } from "./requests.ts";

/** A handler of its own, as another process has it, that counts what its back end is asked. */
export function handlerWith(options: CacheOptions, server = "s"): SamplingHandler & { calls: () => number } {
  let count = 0;
  const backend = answering(({ messages }) => `${++count}: ${JSON.stringify(messages)}`);
  const practices = [cache(options)];
  const handler = createSamplingHandler({
    router: createTestRouter(),
    backend,
    approveRequest: "allow",
    server,
    practices,
  });
  return Object.assign(handler, { calls: () => count });
}

const message = (text: string) => ({ role: "user" as const, content: { type: "text" as const, text } });
/** Asks at temperature 0. */
export function ask(handler: SamplingHandler, text = "Hello"): Promise<SamplingResult> {
  return handler(params({ temperature: 0, messages: [message(text)] }));
}

/** A second handler on the same store gets what the first was answered, for its own server alone; keys hold no prompt. */
export async function expectShared(store: AnswerStore): Promise<void> {
  const keys: string[] = [];
  const writes: unknown[] = [];
  const watched: AnswerStore = {
    get: (key) => store.get(key),
    set: (key, text, milliseconds) => {
      keys.push(key);
      const write = store.set(key, text, milliseconds);
      writes.push(write);
      return write;
    },
    delete: (key) => store.delete(key),
  };
  const [first, second, other] = [handlerWith({ store: watched }), handlerWith({ store }), handlerWith({ store }, "t")];
  const answer = await ask(first);
  // Answers are given out before they are kept.
  await vi.waitFor(() => expect(writes).toHaveLength(1));
  await Promise.all(writes);
  expect(await ask(second)).toEqual(answer);
  expect(second.calls()).toBe(0);
  await ask(other);
  expect(other.calls()).toBe(1);
  expect(keys).toEqual([expect.stringMatching(/^modelpref:answer:[0-9a-f]{64}$/)]);
}
