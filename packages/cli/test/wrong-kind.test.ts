import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { inFolder } from "./folder.ts";
import { TEAM_FILE } from "./team.ts";
import { runWith } from "./test-io.ts";

const LIST = fileURLToPath(new URL("../../catalog/test/fixtures/import/models-dev.json", import.meta.url));
const PACKAGE = fileURLToPath(new URL("../package.json", import.meta.url));
const TESTS = "version: 1\ncatalog: bundled\ntests:\n  - name: x\n    request: {}\n    expect: { no_pick: true }\n";
const LINES = '{"hints":[]}\n{"hints":[]}\n';
const REQUEST = '{\n  "costPriority": 1\n}\n';

/** Runs in a folder with a file of each kind; gives the one line that is told, with the names of the files alone. */
async function told(...argv: string[]): Promise<string> {
  let said = "";
  await inFolder(async (folder) => {
    const files = { "tests.yaml": TESTS, "lines.ndjson": LINES, "request.json": REQUEST, "top.yaml": "" };
    files["top.yaml"] = "version: 1\nextends: [low/tests.yaml]\n";
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    await mkdir(join(folder, "low"));
    await writeFile(join(folder, "low", "tests.yaml"), TESTS);
    const inside = argv.map((word) => (word === "low" || word in files ? join(folder, word) : word));
    const { out, err, exitCode } = await runWith({}, ...inside);
    expect(exitCode).toBe(argv[0] === "check" ? 1 : 2);
    const all = `${out}${err}`.replaceAll(`${folder}/`, "").replaceAll(TEAM_FILE, "team.yaml");
    said = all.replaceAll(LIST, "api.json").replaceAll(PACKAGE, "package.json");
  });
  return said;
}

const ROUTING = "expected a catalog, received what looks like routing tests; run them with route-explain test";

test.for<[argv: string, message: string]>([
  ["check tests.yaml", `tests.yaml: ${ROUTING} tests.yaml\ntests.yaml: 1 problem\n`],
  ["check top.yaml", `low/tests.yaml: ${ROUTING} low/tests.yaml\ntop.yaml: 1 problem in low/tests.yaml\n`],
  ["--cost 1 --catalog tests.yaml", `tests.yaml: ${ROUTING} tests.yaml\n`],
  ["models --catalog top.yaml", `low/tests.yaml: ${ROUTING} low/tests.yaml\n`],
  ["diff bundled tests.yaml", `tests.yaml: ${ROUTING} tests.yaml\n`],
  [
    "--cost 1 --catalog lines.ndjson",
    "lines.ndjson: expected a catalog, received what looks like a request a line; explain them with route-explain lines.ndjson --batch, or give them to diff with --requests lines.ndjson\n",
  ],
  [
    "--cost 1 --catalog request.json",
    "request.json: expected a catalog, received what looks like a request; explain it with route-explain request.json\n",
  ],
  [
    `--cost 1 --catalog ${LIST}`,
    "api.json: expected a catalog, received what looks like the list of models.dev; read it into a catalog with route-explain import models-dev api.json\n",
  ],
  [
    `diff ${PACKAGE} bundled`,
    "package.json: expected a catalog, received what looks like the package.json of an npm package; no command reads one\n",
  ],
])("%s", async ([argv, message]) => {
  expect(await told(...argv.split(" "))).toBe(message);
});

const GIVE =
  "received what looks like a catalog; give it with --catalog team.yaml, or check it with route-explain check team.yaml\n";

test.for<[argv: string, message: string]>([
  [`test ${TEAM_FILE}`, `team.yaml: expected routing tests, ${GIVE}`],
  [`--batch ${TEAM_FILE}`, `team.yaml: expected a request a line, ${GIVE}`],
  [`diff bundled bundled --requests ${TEAM_FILE}`, `team.yaml: expected a request a line, ${GIVE}`],
  [TEAM_FILE, `team.yaml: expected a request, ${GIVE}`],
  [
    "test request.json",
    "request.json: expected routing tests, received what looks like a request; explain it with route-explain request.json\n",
  ],
  [
    "--batch request.json",
    "request.json: expected a request a line, received what looks like a request; explain it with route-explain request.json\n",
  ],
  [
    "lines.ndjson",
    "lines.ndjson: expected a request, received what looks like a request a line; explain them with route-explain lines.ndjson --batch, or give them to diff with --requests lines.ndjson\n",
  ],
])("%s", async ([argv, message]) => {
  expect(await told(...argv.split(" "))).toBe(message);
});

test("on standard input another kind is known before the first line is read", async () => {
  const { out, err, exitCode } = await runWith({ input: TESTS }, "--batch");
  expect([out, exitCode]).toEqual(["", 2]);
  expect(err).toBe(
    "<stdin>: expected a request a line, received what looks like routing tests; run them with route-explain test FILE\n",
  );
  const checked = await runWith({ input: LINES }, "check", "-");
  expect(checked.out).toContain("<stdin>: expected a catalog, received what looks like a request a line");
});

test("check tells no warnings of what is no catalog, and has the code for programs", async () => {
  const { out, exitCode } = await runWith({}, "check", LIST, "--format", "json");
  expect([exitCode, JSON.parse(out).findings]).toEqual([
    1,
    [expect.objectContaining({ severity: "error", code: "wrong-kind", file: LIST, expected: "a catalog" })],
  ]);
});

test("a catalog, a file of tests or a request with a slip in it is told of the slip", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "file");
    const errOf = async (text: string, ...argv: string[]) => {
      await writeFile(file, text);
      const { out, err } = await runWith({}, ...argv, file);
      return out + err;
    };
    expect(await errOf("version: 1\nmodels: [{ id: a/b, tol_call: true }]\n", "check")).toContain(
      "did you mean tool_call?",
    );
    expect(await errOf("version: 1\ntests: [{ nam: x }]\n", "test")).toContain("did you mean name?");
    expect(await errOf('{"hints":{}}', "--batch")).toContain("file:1:10 hints: expected an array");
    expect(await errOf('{"hints":{}}')).toContain("file:1:10 hints: expected an array");
    expect(await errOf('{"hints":[}\n{"hints":[]}\n', "--batch")).toContain("1 of 2 lines could not be read");
  });
});
