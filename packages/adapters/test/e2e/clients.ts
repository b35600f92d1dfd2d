import { Client as ClientV2, StreamableHTTPClientTransport as HttpV2 } from "@modelcontextprotocol/client";
import { StdioClientTransport as StdioV2 } from "@modelcontextprotocol/client/stdio";
import { Client as ClientV1 } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport as StdioV1 } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport as HttpV1 } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { MCPClient } from "mcp-use/client";
import type { SamplingHandler } from "../../src/index.ts";
import { registerSampling as registerV1 } from "../../src/sdk/v1.ts";
import { registerSampling as registerV2 } from "../../src/sdk/v2.ts";
import { ENVIRONMENT } from "./servers.ts";

/** Where a server is: a program to start, to speak to over stdio, or an address. */
type Place = { file: string } | { url: URL };

/** A client that is connected. */
export type Connected = {
  toolNames: () => Promise<string[]>;
  callTool: (name: string, args: { [key: string]: unknown }) => Promise<unknown>;
  close: () => Promise<void>;
};

type Connect = (place: Place, handler: SamplingHandler) => Promise<Connected>;

const INFO = { name: "modelpref-e2e", version: "1.0.0" };

const program = (file: string) => ({
  command: process.execPath,
  args: [file, "stdio"],
  env: ENVIRONMENT,
  stderr: "ignore" as const,
});

const onV1: Connect = async (place, handler) => {
  const client = new ClientV1(INFO);
  registerV1(client, handler);
  // The HTTP transport of SDK v1 does not fit SDK v1's own type under exactOptionalPropertyTypes.
  const transport = "url" in place ? new HttpV1(place.url) : new StdioV1(program(place.file));
  await client.connect(transport as Parameters<typeof client.connect>[0]);
  return {
    toolNames: async () => (await client.listTools()).tools.map(({ name }) => name),
    callTool: (name, args) => client.callTool({ name, arguments: args }),
    close: () => client.close(),
  };
};

const onV2 =
  (mode: "legacy" | "auto", era: "legacy" | "modern"): Connect =>
  async (place, handler) => {
    const client = new ClientV2(INFO, { versionNegotiation: { mode } });
    registerV2(client, handler);
    await client.connect("url" in place ? new HttpV2(place.url) : new StdioV2(program(place.file)));
    if (client.getProtocolEra() !== era) throw new Error(`expected the era ${era}, got ${client.getProtocolEra()}`);
    return {
      toolNames: async () => (await client.listTools()).tools.map(({ name }) => name),
      callTool: (name, args) => client.callTool({ name, arguments: args }),
      close: () => client.close(),
    };
  };

const onMcpUse: Connect = async (place, handler) => {
  const server = "url" in place ? { url: place.url.href } : program(place.file);
  const client = new MCPClient({ mcpServers: { it: server } }, { onSampling: handler });
  const session = await client.createSession("it");
  return {
    toolNames: async () => (await session.listTools()).map(({ name }) => name),
    callTool: (name, args) => session.callTool(name, args),
    close: () => client.closeAllSessions(),
  };
};

/** Every kind of client, by the name that tests call it. */
export const CLIENTS = {
  "SDK v1": onV1,
  "SDK v2, 2025": onV2("legacy", "legacy"),
  "SDK v2, 2026": onV2("auto", "modern"),
  "SDK v2, asking": onV2("auto", "legacy"),
  "mcp-use, one argument": onMcpUse,
} as const;

export type ClientName = keyof typeof CLIENTS;
