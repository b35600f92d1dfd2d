import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { chatRequest } from "./chat-request.ts";
import { complete } from "./complete.ts";
import { ModelServerError } from "./model-server-error.ts";
import { trainModels } from "./models.ts";

/** The longest body that is read, in bytes. */
const LONGEST_BODY = 1_000_000;

/** A running server: its address, as `openaiCompatible` takes it. */
export type ModelServer = { baseURL: string; stop(): Promise<void> };

/**
 * Starts a model server that speaks OpenAI's /v1/chat/completions and /v1/models: small real models, no account, no
 * network, nothing canned. `port` 0 takes a free one. With `apiKey` a request without it is refused.
 */
export async function startModelServer({
  port = 0,
  apiKey,
}: {
  port?: number;
  apiKey?: string;
} = {}): Promise<ModelServer> {
  const models = trainModels();

  const answer = async (request: IncomingMessage): Promise<object> => {
    if (apiKey !== undefined && request.headers.authorization !== `Bearer ${apiKey}`)
      throw new ModelServerError(401, "invalid_api_key", "The key is missing or wrong.");
    const route = `${request.method} ${request.url}`;
    if (route === "GET /v1/models")
      return { object: "list", data: [...models.keys()].map((id) => ({ id, object: "model", owned_by: "modelpref" })) };
    if (route !== "POST /v1/chat/completions") throw new ModelServerError(404, "not_found", `There is no ${route}.`);
    const { success, data, error } = chatRequest.safeParse(await bodyOf(request));
    if (!success) throw new ModelServerError(400, "invalid_request", problemsOf(error));
    const model = models.get(data.model);
    if (model === undefined) throw new ModelServerError(404, "model_not_found", `There is no model ${data.model}.`);
    return complete(model, data);
  };

  const server = createServer((request, response) => {
    answer(request).then(
      (body) => send(response, 200, body),
      (error: unknown) => {
        const known = error instanceof ModelServerError ? error : new ModelServerError(500, "internal", "Failed.");
        send(response, known.status, { error: { message: known.message, type: known.code, code: known.code } });
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    baseURL: `http://127.0.0.1:${taken}/v1`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LONGEST_BODY) throw new ModelServerError(413, "too_large", `The body is over ${LONGEST_BODY} bytes.`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    throw new ModelServerError(400, "invalid_request", "The body is no JSON.");
  }
}

function problemsOf({ issues }: { issues: readonly { path: PropertyKey[]; message: string }[] }): string {
  return issues.map(({ path, message }) => `${path.map(String).join(".")}: ${message}`).join("; ");
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
