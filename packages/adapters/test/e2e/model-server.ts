import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { completion } from "../backends/server.ts";

/** What a provider was asked, as far as these tests look. */
type Asked = { model: string; messages: { role: string; content: string }[]; max_tokens?: number };

/** A provider on a socket: it speaks the chat format of OpenAI, and answers a question with the question. */
export type ModelServer = { baseURL: string; asked: Asked[]; close: () => void };

export async function startModelServer(): Promise<ModelServer> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const call: Asked = JSON.parse(await text(request));
    asked.push(call);
    const content = `You asked: ${call.messages.at(-1)?.content}`;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(completion({ content }, "stop", { model: call.model })));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { baseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked, close };
}
