import fc from "fast-check";

// FC_SEED=42 npm test: replays a failure, whose seed fast-check prints.
const seed = process.env["FC_SEED"];
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
