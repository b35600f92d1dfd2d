// The public names of @modelpref/adapters/batching, listed by hand.
export { batching } from "./batching.ts";
export type { BatchingOptions } from "./options.ts";
