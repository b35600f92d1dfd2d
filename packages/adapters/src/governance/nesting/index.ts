// The public names of @modelpref/adapters/nesting.
export { nesting } from "./nesting.ts";
export type { NestingOptions } from "./options.ts";
