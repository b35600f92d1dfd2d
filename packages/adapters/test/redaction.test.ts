import { expect, test } from "vitest";
import { createSamplingHandler, type Redact, type SamplingParams } from "../src/index.ts";
import { answering } from "./kit/backends.ts";
import { createTestRouter } from "./kit/catalog.ts";
import { params, request } from "./kit/requests.ts";

const SECRET = "sk-12345";
const secretive = request({
  systemPrompt: `Use ${SECRET}.`,
  messages: [{ role: "user", content: { type: "text", text: `My key is ${SECRET}` } }],
  metadata: { note: SECRET },
  modelPreferences: { hints: [{ name: SECRET }] },
});

/** Takes the secret out wherever it stands. */
const withoutSecret: Redact = (asked) =>
  JSON.parse(JSON.stringify(asked).replaceAll(SECRET, "[key]")) as SamplingParams;

test("what is redacted reaches no approval, no practice, no model and no explanation", async () => {
  const seen: unknown[] = [];
  const backend = answering((call) => {
    seen.push(call);
    return "fine";
  });
  const handler = createSamplingHandler({
    router: createTestRouter(),
    backend,
    redact: withoutSecret,
    approveRequest: (...asked) => seen.push(asked) > 0,
    practices: [
      {
        name: "log",
        request: async (exchange, next) => {
          seen.push(exchange.params, exchange.explanation());
          return next(exchange);
        },
      },
    ],
    onDecision: (...decided) => seen.push(decided),
  });
  await handler(secretive);
  expect(JSON.stringify(seen)).not.toContain(SECRET);
  expect(backend.calls[0]?.systemPrompt).toBe("Use [key].");
});

test("what a person edits is redacted again", async () => {
  const backend = answering(() => "fine");
  const edits = [{ action: "edit" as const, params: secretive.params }];
  const handler = createSamplingHandler({
    router: createTestRouter(),
    backend,
    redact: withoutSecret,
    approveRequest: () => edits.pop() ?? true,
  });
  await handler(request());
  expect(backend.calls[0]?.systemPrompt).toBe("Use [key].");
});

test.for<[string, unknown]>([
  [
    "throws",
    () => {
      throw new Error(SECRET);
    },
  ],
  ["gives nothing", () => undefined],
  ["gives a promise", async () => params()],
  ["gives what is no request", () => params({ maxTokens: 0 })],
])("a redaction that %s: an error, which says nothing of the request, and no call", async ([, redact]) => {
  const backend = answering(() => "fine");
  const approveRequest = () => expect.fail("asked");
  const handler = createSamplingHandler({
    router: createTestRouter(),
    backend,
    approveRequest,
    redact: redact as Redact,
  });
  const error = await handler(secretive).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: -32603, message: "The redaction failed", data: { reason: "internal" } });
  expect(backend.calls).toEqual([]);
});

test("redaction that is async ends the request, and what it rejects with is nobody's", async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): number => unhandled.push(reason);
  process.on("unhandledRejection", note);
  const backend = answering(() => "fine");
  for (const redact of [async (asked: SamplingParams) => asked, () => Promise.reject(new Error(SECRET))]) {
    const options = { router: createTestRouter(), backend, approveRequest: "allow" as const };
    const handler = createSamplingHandler({ ...options, redact: redact as unknown as Redact });
    await expect(handler(secretive)).rejects.toMatchObject({
      message: "The redaction failed",
      cause: { message: "redact: expected params, got a promise; it must not be async" },
    });
  }
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", note);
  expect(unhandled).toEqual([]);
  expect(backend.calls).toEqual([]);
});
