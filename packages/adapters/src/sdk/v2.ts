// The public name of @modelpref/adapters/sdk-v2.
import type { Client } from "@modelcontextprotocol/client";
import type { SamplingHandler } from "../handler/sampling-handler.ts";
import { warnOfDeprecation } from "./deprecation.ts";

/**
 * Makes a client of SDK v2 answer sampling requests, in both eras of the protocol: declares the capability that the
 * handler needs (R1, R2) and registers it. Call it before `connect`. Warns once that MCP deprecates sampling (R32).
 * @throws Error of the SDK after `connect`
 */
export function registerSampling(client: Client, handler: SamplingHandler): void {
  client.registerCapabilities({ sampling: handler.capability });
  client.setRequestHandler("sampling/createMessage", handler);
  handler.connect(client);
  warnOfDeprecation();
}
