import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { checkDocuments, type House } from "./check-documents.ts";

const house: House = {
  root: fileURLToPath(new URL("../..", import.meta.url)),
  scripts: ["demo", "test"],
  checkCatalog: (text) => (text.includes("models") ? [] : ["expected models"]),
  notRun: new Map([["docs/allowed.md", 1]]),
};

const block = (info: string, ...lines: string[]) => [`\`\`\`${info}`, ...lines, "```", ""].join("\n");

async function faultsOf(text: string, file = "docs/sample.md"): Promise<string[]> {
  const findings = await checkDocuments([{ file, text }], house);
  return findings.map(({ code, where }) => `${code} ${where}`);
}

test("a document whose blocks all hold has no faults", async () => {
  const text = [
    block(
      "ts",
      'import { measureRequest } from "@modelpref/adapters";',
      "console.log(measureRequest({}).needs.output[0]);",
    ),
    block("text", "text"),
    block("yaml", "version: 1", "models: []"),
    block("json", "{}"),
    block("text", "anything"),
    block("sh", "npm run demo", "npm test"),
  ].join("");
  expect(await faultsOf(text)).toEqual([]);
});

test("a program that does not compile is named by file, line and column", async () => {
  const text = `# Title\n${block("ts", "const a = 1;", "const b: string = a;")}`;
  expect(await faultsOf(text)).toEqual(["compile docs/sample.md:4:7"]);
});

test("a program that imports what is not there, or fails when run", async () => {
  expect(await faultsOf(block("ts", 'import { nothing } from "@modelpref/adapters";', "nothing();"))).toEqual([
    "compile docs/sample.md:2:10",
  ]);
  expect(await faultsOf(block("ts", 'throw new Error("no");'))).toEqual(["run docs/sample.md:1"]);
});

test("a stale transcript of a program", async () => {
  expect(await faultsOf(block("ts", 'console.log("new");') + block("text", "old"))).toEqual([
    "transcript docs/sample.md:4",
  ]);
});

test("a program that is not run must be allowed", async () => {
  const unrunnable = block("ts no-run", 'throw new Error("no");');
  expect(await faultsOf(unrunnable)).toEqual(["no-run docs/sample.md:1"]);
  expect(await faultsOf(unrunnable, "docs/allowed.md")).toEqual([]);
});

test("a named file lies beside the programs and commands of its document", async () => {
  const program = 'import { readFileSync } from "node:fs"; process.stdout.write(readFileSync("parts/a.yaml", "utf8"));';
  expect(
    await faultsOf(block("yaml file=parts/a.yaml", "a: 1") + block("ts", program) + block("text", "a: 1")),
  ).toEqual([]);
});

test("bad data, an unknown language, a block without end", async () => {
  expect(
    await faultsOf(block("json", "{") + block("yaml", "a: [") + block("yaml", "version: 1") + block("js", "1")),
  ).toEqual([
    "language docs/sample.md:10",
    "json docs/sample.md:1",
    "yaml docs/sample.md:4",
    "catalog docs/sample.md:7",
  ]);
  expect(await faultsOf("```text\n")).toEqual(["unclosed docs/sample.md:1"]);
});

test("a command nobody knows is named by its own line", async () => {
  expect(await faultsOf(block("sh", "npm test", "rm -rf dist"))).toEqual(["command docs/sample.md:3"]);
});

test("commands are run, in the folder of their document, and must end as announced", async () => {
  const request = block("json file=request.json", '{ "hints": [{ "name": "claude" }] }');
  const commands = [
    "npm run -s route-explain -- request.json --format json",
    "cat request.json | route-explain - --top 1",
  ];
  expect(await faultsOf(request + block("sh", ...commands, "route-explain --no-such-flag  # exit 2"))).toEqual([]);
  expect(await faultsOf(block("sh", "npm test", "route-explain --no-such-flag"))).toEqual(["exit docs/sample.md:3"]);
});

test("a stale transcript of a command", async () => {
  const command = block("sh", "route-explain --version");
  expect(await faultsOf(`${command}${block("text", "…")}`)).toEqual([]);
  expect(await faultsOf(`${command}${block("text", "version nought")}`)).toEqual(["transcript docs/sample.md:4"]);
});
