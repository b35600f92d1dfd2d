import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { answering } from "../../../test/kit/backends.ts";
import { createTestRouter } from "../../../test/kit/catalog.ts";
import { request } from "../../../test/kit/requests.ts";
import { settle } from "../../../test/kit/settle.ts";
import { BackendError, createSamplingHandler, type SamplingResult } from "../../index.ts";
import type { AnswerStore } from "./answer-store.ts";
import { cache } from "./index.ts";

/** What may happen next: a request comes or is taken back, a model answers or fails, the store answers or fails. */
const event = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant("ask"), kind: fc.nat(2), server: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("cancel"), at: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("answer"), at: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("fail"), at: fc.nat(5) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("store"), at: fc.nat(5), fails: fc.boolean() }) },
);

/** Things that wait until a test lets them go on. */
class Held {
  readonly waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];

  hold(): Promise<void> {
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  release(at: number, error?: Error): void {
    const [one] = this.waiting.splice(at % Math.max(1, this.waiting.length), 1);
    if (error === undefined) one?.resolve();
    else one?.reject(error);
  }
}

/** A store that answers when the test says so. */
function heldStore(held: Held): AnswerStore {
  const texts = new Map<string, string>();
  return {
    get: (key) => held.hold().then(() => texts.get(key)),
    set: (key, text) => held.hold().then(() => texts.set(key, text)),
    delete: (key) => held.hold().then(() => texts.delete(key)),
  };
}

const nameOf = (server: number, kind: number): string => `server ${server}, kind ${kind}`;

test.prop([fc.array(event, { maxLength: 30 }), fc.boolean()], { numRuns: 150 })(
  "whatever the order of requests, cancellations, answers and failures: each gets its own server's answer to its own kind",
  async (events, isStored) => {
    const [models, stores] = [new Held(), new Held()];
    const flying: string[] = [];
    const wrong: string[] = [];
    const practices = [
      cache({ patienceMs: 60_000, ...(isStored ? { store: heldStore(stores) } : {}) }),
      {
        name: "batching" as const,
        // The one place that knows both who asks and what is answered.
        call: async ({ exchange, call, signal }: Parameters<NonNullable<ReturnType<typeof cache>["call"]>>[0]) => {
          const text = `${exchange.server}, ${JSON.stringify(call.messages)}, ${call.model}`;
          if (flying.includes(text)) wrong.push(`called twice at a time: ${text}`);
          flying.push(text);
          const end = (): void => void flying.splice(flying.indexOf(text), 1);
          signal.addEventListener("abort", end, { once: true });
          await models.hold().finally(() => !signal.aborted && end());
          return { model: call.model, content: [{ type: "text" as const, text }], stopReason: "endTurn" };
        },
      },
    ];
    const handlers = [0, 1].map((server) =>
      createSamplingHandler({
        router: createTestRouter(),
        backend: answering(() => "never called"),
        approveRequest: "allow",
        server: `server ${server}`,
        practices,
      }),
    );
    const asked: { cancel: () => void; name: string; end: Promise<SamplingResult> }[] = [];
    const run: Record<string, (event: Record<string, number | boolean | string>) => void> = {
      ask: ({ kind, server }) => {
        const controller = new AbortController();
        const messages = [{ role: "user" as const, content: { type: "text" as const, text: `kind ${kind}` } }];
        const end = handlers[Number(server)]?.(request({ messages, temperature: 0 }), { signal: controller.signal });
        end?.catch(() => {});
        if (end) asked.push({ cancel: () => controller.abort(), name: nameOf(Number(server), Number(kind)), end });
      },
      cancel: ({ at }) => asked[Number(at)]?.cancel(),
      answer: ({ at }) => models.release(Number(at)),
      fail: ({ at }) => models.release(Number(at), new BackendError("provider-failed", "down")),
      store: ({ at, fails }) => stores.release(Number(at), fails === true ? new Error("store") : undefined),
    };
    for (const next of events) {
      run[next.does]?.(next);
      await settle(2);
    }
    for (let turn = 0; turn < 200 && models.waiting.length + stores.waiting.length > 0; turn++) {
      models.release(0);
      stores.release(0);
      await settle(2);
    }
    for (const { name, end } of asked) {
      const [server, kind] = name.split(", ");
      await end.then(
        ({ content }) => {
          const { text } = content as { text: string };
          if (!text.startsWith(`${server}, `) || !text.includes(`"${kind}"`)) wrong.push(`${name} got ${text}`);
        },
        (error) => {
          if (!["cancelled", "models-failed", "no-model"].includes(error.data.reason)) wrong.push(String(error));
        },
      );
    }
    expect(wrong).toEqual([]);
  },
);
