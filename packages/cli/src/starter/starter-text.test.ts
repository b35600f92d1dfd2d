import { fc, test } from "@fast-check/vitest";
import { parseCatalog } from "@modelpref/catalog";
import { bundledCatalog } from "@modelpref/catalog/bundled";
import { test as example, expect } from "vitest";
import type { Answers } from "./answers.ts";
import { LOCAL_HOSTS } from "./answers.ts";
import { providersOf } from "./bundled-providers.ts";
import { wrongWithId } from "./local-model.ts";
import { starterText } from "./starter-text.ts";

const PROVIDERS = providersOf(bundledCatalog().models).map(({ name }) => name);

const NAMES = fc
  .oneof(
    fc.constantFrom("gpt-oss:20b", "a: b", "a #b", "true", "x}", '"', "'", "\\n", "-"),
    fc.string({ unit: "grapheme" }),
  )
  .map((name) => `ollama/${name}`)
  .filter((id) => wrongWithId(id) === undefined);

const ANSWERS: fc.Arbitrary<Answers> = fc.record({
  providers: fc.subarray(PROVIDERS),
  hosts: fc.subarray([...LOCAL_HOSTS.keys()]),
  localModels: fc.uniqueArray(NAMES, { maxLength: 4 }),
});

function starter(answers: Partial<Answers>): string {
  const nothing = { providers: [], hosts: [], localModels: [] };
  return starterText({ ...nothing, ...answers, switchedOff: new Set(["ollama/gpt-oss:20b"]), hasSchemaLine: false });
}

test.prop([ANSWERS], { numRuns: 20 })(
  "whatever is answered, the starter is a sound catalog that says it",
  (answers) => {
    const { catalog, problems } = parseCatalog(starter(answers));
    expect(problems).toEqual([]);
    const ids = catalog?.models.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([...answers.localModels]));
    const allowed = [...answers.providers, ...answers.hosts].map((name) => `${name}/*`);
    expect(catalog?.policy?.limits?.allow ?? []).toEqual(allowed);
  },
);

example("what a model of the bundled catalog lacks is that it is on, another one that it is local", () => {
  const text = starter({ hosts: ["ollama"], localModels: ["ollama/gpt-oss:20b", "ollama/mine"] });
  const { catalog } = parseCatalog(text);
  const [known, mine] = ["ollama/gpt-oss:20b", "ollama/mine"].map((id) =>
    catalog?.models.find((model) => model.id === id),
  );
  expect(known).toMatchObject({ enabled: true, billing: "local", tool_call: true });
  expect(mine).toEqual({ id: "ollama/mine", billing: "local" });
});

example("the lines that are commented out are sound too", () => {
  for (const answers of [{}, { providers: ["openai"] }, { hosts: ["vllm"] }]) {
    const uncommented = starter(answers).replace(/^( *)# (?=( *)[\w-]+[:{ ].*)/gm, (line, indent: string) =>
      /^ *# [A-Z]/.test(line) ? line : indent,
    );
    const lines = uncommented.split("\n").filter((line) => !/^(?:Every|Your) /.test(line));
    expect(parseCatalog(lines.join("\n")).problems, uncommented).toEqual([]);
  }
});
