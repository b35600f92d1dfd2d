import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);

// A process of its own: the warning comes once in each, whatever other tests did in this one.
const PROGRAM = `
  import { Client as ClientV2 } from "@modelcontextprotocol/client";
  import { Client as ClientV1 } from "@modelcontextprotocol/sdk/client/index.js";
  import { registerSampling as registerV1 } from "@modelpref/adapters/sdk-v1";
  import { registerSampling as registerV2 } from "@modelpref/adapters/sdk-v2";
  const handler = Object.assign(async () => ({}), { capability: {}, connect: () => {} });
  const info = { name: "test", version: "1.0.0" };
  for (const client of [new ClientV1(info), new ClientV1(info)]) registerV1(client, handler);
  registerV2(new ClientV2(info), handler);
`;

test.for([
  { flags: [], warnings: 1 },
  { flags: ["--no-deprecation"], warnings: 0 },
])("the deprecation is told once a process, with $flags $warnings times (R32)", async ({ flags, warnings }) => {
  const cwd = fileURLToPath(new URL("..", import.meta.url));
  const args = [...flags, "--input-type=module", "--eval", PROGRAM];
  const { stderr, stdout } = await run(process.execPath, args, { cwd });
  expect(stderr.match(/\[MCP_SAMPLING\] DeprecationWarning/g) ?? []).toHaveLength(warnings);
  expect(stdout).toBe("");
});
