import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request that a test server got. */
export type Got = { path: string; headers: IncomingMessage["headers"]; body: string };

/** What a test server does with a request, once its body is read. */
export type Answering = (response: ServerResponse, got: Got, request: IncomingMessage) => void;

/** Runs a test against a real HTTP server on a free port, and closes it. */
export async function withServer<Result>(
  answering: Answering,
  run: (url: string, got: Got[]) => Promise<Result>,
): Promise<Result> {
  const got: Got[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const one = { path: request.url ?? "", headers: request.headers, body: Buffer.concat(chunks).toString() };
      got.push(one);
      answering(response, one, request);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    return await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, got);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Answers with JSON. */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Answering {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(value));
  };
}

/** A chat completion with this message. */
export function completion(message: object, finish: string | null = "stop", more: object = {}): object {
  return {
    id: "c1",
    object: "chat.completion",
    created: 1_700_000_000,
    model: "m-2026-01-01",
    choices: [{ index: 0, message: { role: "assistant", ...message }, finish_reason: finish }],
    usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 },
    ...more,
  };
}
