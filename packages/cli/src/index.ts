// The public names of @modelpref/cli, listed by hand. The command itself is the bin `route-explain`.
export { type Io, OutputClosed } from "./io.ts";
export { run } from "./run.ts";
