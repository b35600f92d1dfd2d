import type { AudioBlock, ImageBlock, TextBlock } from "../protocol/blocks.ts";
import type { SamplingContext } from "../protocol/context.ts";
import type { SamplingParams, SamplingRequest, SamplingResult } from "../protocol/sampling.ts";
import type { CallingClient } from "../sdk/calling-client.ts";

/** The answer to a request without tools: one block. */
export type PlainSamplingResult = Omit<SamplingResult, "content"> & { content: TextBlock | ImageBlock | AudioBlock };

/**
 * Answers sampling requests. One function for every client: SDK v1 and v2 call it with the request and their context.
 * One-argument clients call it with the params alone; they have no way to offer tools, so there tools are refused (R2).
 */
export type SamplingHandler = {
  (request: SamplingRequest, context?: SamplingContext): Promise<SamplingResult>;
  (params: SamplingParams): Promise<PlainSamplingResult>;
  /** What the client must declare as its capability `sampling`, so that servers know of it (R1, R2). */
  readonly capability: { tools?: { [key: string]: never } };
  /**
   * Tells the handler which client it answers for; `registerSampling` does. So a request that arrives while this client's
   * own call waits can be known as nested.
   */
  readonly connect: (client: CallingClient) => void;
};
