import { fc } from "@fast-check/vitest";
import type { Backend, Completion } from "../../src/index.ts";
import { answering } from "./backends.ts";
import { params } from "./requests.ts";

const text = (words: string) => ({ type: "text", text: words });
const nested = (depth: number): object =>
  depth === 0 ? {} : { type: "object", properties: { inner: nested(depth - 1) } };
const cyclic = (): object => {
  const cycle: Record<string, unknown> = params();
  cycle["self"] = cycle;
  return cycle;
};
const trapped = (): object =>
  Object.defineProperty({ ...params() }, "systemPrompt", {
    enumerable: true,
    get: () => {
      throw new Error("thrown by the sender");
    },
  });

/** Requests that no honest server sends, by name. Made when used: some are large. */
export const HOSTILE_REQUESTS: ReadonlyMap<string, () => unknown> = new Map<string, () => unknown>([
  [
    "a message of 10 MB",
    () => params({ messages: [{ role: "user", content: text("x".repeat(10_000_000)) as never }] }),
  ],
  ["10,000 messages", () => params({ messages: Array.from({ length: 10_000 }, () => params().messages[0] as never) })],
  ["a deep tool schema", () => params({ tools: [{ name: "a", inputSchema: nested(500) as never }] })],
  ["300 tools", () => params({ tools: Array.from({ length: 300 }, (_, at) => ({ name: `t${at}`, inputSchema: {} })) })],
  [
    "unbalanced results",
    () => params({ messages: [{ role: "user", content: { type: "tool_result", toolUseId: "1", content: [] } }] }),
  ],
  ["tools without the capability", () => params({ tools: [{ name: "a", inputSchema: { type: "object" } }] })],
  [
    "priorities that are none",
    () => params({ modelPreferences: { costPriority: Number.NaN, speedPriority: 1e308, intelligencePriority: -1 } }),
  ],
  [
    "hints without end",
    () => params({ modelPreferences: { hints: Array.from({ length: 5_000 }, () => ({ name: "x".repeat(500) })) } }),
  ],
  ["an unknown block", () => ({ ...params(), messages: [{ role: "user", content: { type: "hologram" } }] })],
  ["nothing", () => undefined],
  ["no tokens", () => params({ maxTokens: -1 })],
  ["all tokens", () => params({ maxTokens: Number.MAX_SAFE_INTEGER })],
  [
    "prototype keys",
    () =>
      JSON.parse(
        '{"messages":[{"role":"user","content":{"type":"text","text":"a"}}],"maxTokens":1,"__proto__":{"tools":[]}}',
      ),
  ],
  ["a system prompt of another kind", () => ({ ...params(), systemPrompt: { toString: () => "x" } })],
]);

/** Requests that no transport carries: only a client that calls the handler itself can hand them over. */
export const UNSENDABLE_REQUESTS: ReadonlyMap<string, () => unknown> = new Map([
  ["a cycle", cyclic],
  ["a getter that throws", trapped],
]);

const usage = { inputTokens: 1, outputTokens: 1 };

/** Back ends that no honest provider has, by name. */
export const HOSTILE_ANSWERS: ReadonlyMap<string, () => unknown> = new Map<string, () => unknown>([
  ["nothing", () => undefined],
  ["a text", () => "<html>"],
  ["blocks of no kind", () => ({ model: "m", content: [null, 7, { type: "hologram" }] })],
  ["a tool nobody offered", () => ({ model: "m", content: [{ type: "tool_use", id: "1", name: "rm", input: {} }] })],
  ["no end of blocks", () => ({ model: "m", content: Array.from({ length: 100_000 }, () => text("x")) })],
  [
    "tokens that are none",
    () => ({ model: "m", content: [text("x")], usage: { inputTokens: Number.NaN, outputTokens: -1 } }),
  ],
  [
    "more tokens than asked for",
    () => ({ model: "m", content: [text("x".repeat(1000))], usage: { ...usage, outputTokens: 1e6 } }),
  ],
  ["a name of 1 MB", () => ({ model: "m".repeat(1e6), content: [text("x")] })],
  ["an error of another kind", () => Promise.reject("no error at all")],
  [
    "a getter that throws",
    () => ({
      get content() {
        throw new Error("thrown by the back end");
      },
    }),
  ],
]);

/** A back end that answers as a test says, and as it should where it says nothing. */
export function switchable(): Backend & { next: (() => unknown) | undefined } {
  const honest = answering(() => "honest");
  const backend = {
    next: undefined as (() => unknown) | undefined,
    complete: async (...call: Parameters<Backend["complete"]>): Promise<Completion> =>
      backend.next === undefined ? honest.complete(...call) : ((await backend.next()) as Completion),
  };
  return backend;
}

/** What a server sends and a back end answers; undefined: what an honest one would. */
type Exchange = { request: string | undefined; answer: string | undefined };

/** A few requests and answers one after the other, hostile ones by name. */
export function sequenceOf(requests: Iterable<string>): fc.Arbitrary<Exchange[]> {
  const exchange = fc.record({
    request: fc.option(fc.constantFrom(...requests), { nil: undefined }),
    answer: fc.option(fc.constantFrom(...HOSTILE_ANSWERS.keys()), { nil: undefined }),
  });
  return fc.array(exchange, { minLength: 1, maxLength: 6 });
}
