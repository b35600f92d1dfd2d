import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openaiCompatible } from "../../src/index.ts";
import { callWith, failure, unaborted } from "./calls.ts";
import { type Answering, completion, json, withServer } from "./server.ts";

const MEBIBYTE = 1024 * 1024;

/** Writes until the client hangs up. */
function endless(status: number): Answering {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json" });
    const more = (): void => {
      while (!response.destroyed && response.write(" ".repeat(65_536)));
      if (!response.destroyed) response.once("drain", more);
    };
    more();
  };
}

test.for([200, 500])(
  "an endless body with status %i is not read to its end, and the connection is closed",
  async (status) => {
    let closed: Promise<void> | undefined;
    let sent = 0;
    const answering: Answering = (response, got, request) => {
      closed = new Promise((resolve) =>
        response.on("close", () => {
          sent = request.socket.bytesWritten;
          resolve();
        }),
      );
      endless(status)(response, got, request);
    };
    await withServer(answering, async (url) => {
      const error = await failure(
        openaiCompatible({ baseURL: url, maxBytes: MEBIBYTE }).complete(callWith(), unaborted()),
      );
      expect(error.code).toBe(status === 200 ? "malformed" : "provider-failed");
      await closed;
      expect(sent).toBeLessThan(16 * MEBIBYTE);
    });
  },
);

test("eight mebibytes are the most by default, counted after unpacking", async () => {
  const bomb = gzipSync(" ".repeat(9 * MEBIBYTE));
  const answering: Answering = (response) => {
    response.writeHead(200, { "content-encoding": "gzip" }).end(bomb);
  };
  await withServer(answering, async (url) => {
    const error = await failure(openaiCompatible({ baseURL: url }).complete(callWith(), unaborted()));
    expect(error).toMatchObject({ code: "malformed", message: expect.stringContaining("larger than 8388608 bytes") });
  });
});

test.for([301, 302, 303, 307, 308])(
  "a redirect with status %i is refused: the other host hears nothing",
  async (status) => {
    await withServer(json(completion({ content: "mine" })), async (other, heard) => {
      const away: Answering = (response) => {
        response.writeHead(status, { location: `${other}/chat/completions` }).end();
      };
      await withServer(away, async (url) => {
        const error = await failure(
          openaiCompatible({ baseURL: url, apiKey: "sk-secret" }).complete(callWith(), unaborted()),
        );
        expect(error).toMatchObject({ code: "not-found", status });
        expect(error.message).not.toContain(other);
        expect(heard).toEqual([]);
      });
    });
  },
);

test("a body that ends early is a broken connection", async () => {
  const early: Answering = (response) => {
    response.writeHead(200, { "content-length": "1000" });
    response.write('{"choices":');
    setTimeout(() => response.destroy(), 20);
  };
  await withServer(early, async (url) => {
    expect((await failure(openaiCompatible({ baseURL: url }).complete(callWith(), unaborted()))).code).toBe(
      "connection",
    );
  });
});

test("an abort while the body comes rejects with the reason and closes the socket", async () => {
  let closed: Promise<void> | undefined;
  const slow: Answering = (response) => {
    closed = new Promise((resolve) => response.on("close", resolve));
    response.writeHead(200);
    response.write('{"choices":');
  };
  await withServer(slow, async (url) => {
    const controller = new AbortController();
    const reason = { why: "deadline" };
    setTimeout(() => controller.abort(reason), 30);
    const answer = openaiCompatible({ baseURL: url }).complete(callWith(), { signal: controller.signal });
    await expect(answer).rejects.toBe(reason);
    await closed;
  });
});

test.for<[string, Record<string, string>, number | undefined]>([
  ["seconds", { "retry-after": "3" }, 3000],
  ["a date in the past", { "retry-after": "Wed, 21 Oct 2015 07:28:00 GMT" }, 0],
  ["milliseconds", { "retry-after-ms": "250", "retry-after": "1" }, 250],
  ["words", { "retry-after": "soon" }, undefined],
])("429 with %s", async ([, headers, retryAfterMs]) => {
  await withServer(json({ error: { message: "slow down" } }, 429, headers), async (url) => {
    const error = await failure(openaiCompatible({ baseURL: url }).complete(callWith(), unaborted()));
    expect(error).toMatchObject({ code: "rate-limited", status: 429, isRetryable: true });
    expect(error.retryAfterMs).toBe(retryAfterMs);
  });
});

test("429 with a date to come", async () => {
  const answering: Answering = (response, got, request) => {
    const date = new Date(Date.now() + 60_000).toUTCString();
    json({}, 429, { "retry-after": date })(response, got, request);
  };
  await withServer(answering, async (url) => {
    const { retryAfterMs = 0 } = await failure(openaiCompatible({ baseURL: url }).complete(callWith(), unaborted()));
    expect(retryAfterMs).toBeGreaterThan(50_000);
    expect(retryAfterMs).toBeLessThanOrEqual(60_000);
  });
});

test("an error under status 200 counts as the status that it states", async () => {
  await withServer(json({ error: { code: 429, message: "slow" } }), async (url) => {
    expect((await failure(openaiCompatible({ baseURL: url }).complete(callWith(), unaborted()))).code).toBe(
      "rate-limited",
    );
  });
});

test("input of a tool that is nested too deeply to be written again", async () => {
  const deep = `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`;
  const call = { id: "1", type: "function", function: { name: "t", arguments: deep } };
  await withServer(json(completion({ tool_calls: [call] })), async (url) => {
    const tools = [{ name: "t", inputSchema: { type: "object" } }];
    const error = await failure(openaiCompatible({ baseURL: url }).complete(callWith({ tools }), unaborted()));
    expect(error.code).toBe("malformed");
  });
});

test("a request that no JSON can hold is refused before it is sent", async () => {
  const cycle: { [key: string]: unknown } = {};
  cycle["self"] = cycle;
  await withServer(json(completion({ content: "Hi" })), async (url, got) => {
    const tools = [{ name: "t", inputSchema: cycle }];
    const error = await failure(openaiCompatible({ baseURL: url }).complete(callWith({ tools }), unaborted()));
    expect(error).toMatchObject({ code: "rejected", isRetryable: false });
    expect(got).toEqual([]);
  });
});
