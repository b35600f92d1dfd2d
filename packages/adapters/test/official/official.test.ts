import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Listening, listen } from "../e2e/servers.ts";
import { findNode22, type RunnerVersion, runScenario } from "./runner.ts";

// Scenarios of MCP's own conformance runner that touch sampling. None of them sends a sampling request to a client: that
// is what our own suite is for.

const CLIENT = fileURLToPath(new URL("client.mjs", import.meta.url));
const SERVER = fileURLToPath(new URL("server.mjs", import.meta.url));

let node: string | undefined;
let server: Listening | undefined;

beforeAll(async () => {
  [node, server] = await Promise.all([findNode22(), listen({ file: SERVER, http: "http" })]);
}, 90_000);
afterAll(() => server?.stop());

test.concurrent.for<[RunnerVersion, "v1" | "v2", string, string]>([
  ["0.1.16", "v1", "initialize", "1/1"],
  ["0.1.16", "v1", "tools_call", "1/1"],
  ["0.2.0-alpha.12", "v2", "tools_call", "2/2"],
  ["0.2.0-alpha.12", "v2", "request-metadata", "8/8"],
  ["0.2.0-alpha.12", "v2", "sep-2322-client-request-state", "5/5"],
])("runner %s, client on SDK %s: %s", async ([version, sdk, scenario, passed], { skip }) => {
  if (node === undefined) return skip("the runner needs Node 22, which npx cannot fetch here");
  const command = `${process.execPath} ${CLIENT} ${sdk}`;
  expect(await runScenario(node, version, scenario, ["client", "--command", command])).toMatchObject({
    exit: 0,
    passed,
  });
});

test.concurrent.for<[RunnerVersion, string, string]>([
  ["0.1.16", "tools-call-sampling", "1/1"],
  ["0.2.0-alpha.12", "input-required-result-basic-sampling", "3/3"],
  ["0.2.0-alpha.12", "input-required-result-capability-check", "2/2"],
])("runner %s, server on SDK v2: %s", async ([version, scenario, passed], { skip }) => {
  if (node === undefined) return skip("the runner needs Node 22, which npx cannot fetch here");
  const against = ["server", "--url", String(server?.url)];
  expect(await runScenario(node, version, scenario, against)).toMatchObject({ exit: 0, passed });
});
