import fc from "fast-check";

// FC_SEED=42 npm test: replays a failure, whose seed fast-check prints.
const seed = process.env["FC_SEED"];
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });

// FC_RUNS=10000 npx vitest run packages/catalog: more runs of every property that does not say how many it takes.
const runs = process.env["FC_RUNS"];
if (runs !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: Number(runs) });

// Third-party clients under test tell nobody of it.
process.env["MCP_USE_ANONYMIZED_TELEMETRY"] ??= "false";
