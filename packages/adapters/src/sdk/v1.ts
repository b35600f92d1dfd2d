// The public name of @modelpref/adapters/sdk-v1.
import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { CreateMessageRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import type { SamplingHandler } from "../handler/sampling-handler.ts";
import { warnOfDeprecation } from "./deprecation.ts";

/**
 * Makes a client of SDK v1 answer sampling requests: declares the capability that the handler needs (R1, R2) and registers
 * it. Call it before `connect`. Warns once that MCP deprecates sampling (R32). @throws Error of the SDK after `connect`
 */
export function registerSampling(client: Client, handler: SamplingHandler): void {
  client.registerCapabilities({ sampling: handler.capability });
  client.setRequestHandler(CreateMessageRequestSchema, handler);
  handler.connect(client);
  warnOfDeprecation();
}
