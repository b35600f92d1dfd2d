// Runs in a folder where the tarballs were installed with plain npm, on whichever Node runs it.
// The libraries are imported and required, and the command is started as a process.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const LIBRARIES = {
  "@modelpref/router": ["createRouter", "createPlainRouter"],
  "@modelpref/router/words": ["describePick", "visible"],
  "@modelpref/catalog": ["parseCatalog", "loadCatalog", "bundledCatalog"],
  "@modelpref/catalog/bundled": ["bundledCatalog"],
  "@modelpref/catalog/import": ["readList", "printCatalog", "mergeCatalog", "mergeLayeredCatalog"],
  // None of the SDKs is installed here, nor the package ai.
  "@modelpref/adapters": ["createSamplingHandler", "openaiCompatible", "aiSdk", "backendsFromEnv", "measureRequest"],
  "@modelpref/adapters/approval": ["approvals", "terminalApproval", "elicitationApproval"],
  "@modelpref/adapters/measure": ["measureRequest"],
  "@modelpref/adapters/conformance": ["runConformance", "formatReport"],
};

/** Ends the program if a module warns: `require` of an ES module must be silent. */
process.on("warning", (warning) => {
  throw warning;
});

for (const [name, functions] of Object.entries(LIBRARIES)) {
  const imported = await import(name);
  const required = require(name);
  for (const each of functions) {
    assert.equal(typeof imported[each], "function", `${name} exports ${each}`);
    assert.equal(required[each], imported[each], `${name} is one module, imported or required`);
  }
}

const { createRouter } = await import("@modelpref/router");
const { bundledCatalog } = await import("@modelpref/catalog");
assert.ok(createRouter(bundledCatalog()).pick({ modelPreferences: { hints: [{ name: "claude" }] } }));

/** Starts the installed command and returns what it printed on stdout; nothing may be half-printed on bad input. */
function routeExplain(exit, ...args) {
  const child = spawnSync(process.execPath, [BIN, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  assert.equal(child.status, exit, `route-explain ${args.join(" ")}: ${child.stderr}`);
  assert.doesNotMatch(child.stderr, /\n {4}at /, "no stack trace for a user's mistake");
  return child.stdout;
}

const manifest = JSON.parse(readFileSync(require.resolve("@modelpref/cli/package.json"), "utf8"));
const BIN = require.resolve("@modelpref/cli/package.json").replace("package.json", manifest.bin["route-explain"]);

assert.equal(routeExplain(0, "--version").trim(), manifest.version);
const explanation = JSON.parse(routeExplain(0, "--hint", "claude", "--cost", "0.5", "--format", "json"));
assert.equal(explanation.schema, "modelpref-explanation/1");
assert.equal(explanation.pick, explanation.ranked[0].id);
assert.match(routeExplain(0, "--hint", "claude"), /claude/);
routeExplain(1, "--allow", "nobody/*");
assert.equal(routeExplain(2, "--no-such-flag"), "");
assert.deepEqual(JSON.parse(routeExplain(0, "schema")), require("@modelpref/catalog/schema.json"));
assert.match(routeExplain(0, "init", "-", "--provider", "anthropic"), /"anthropic\/\*"/);

console.log(process.version);
