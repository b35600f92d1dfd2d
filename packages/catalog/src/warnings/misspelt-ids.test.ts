import { expect, test } from "vitest";
import { catalog, inFolder } from "../../test/folder.ts";
import { parseCatalog } from "../parse-catalog.ts";
import { readCatalog } from "../read-catalog.ts";

const TODAY = "2026-11-22";

/** The ids that are told to be misspelt in a file on the bundled catalog, with what they are taken for. */
function misspelt(...entries: string[]): string[] {
  const { warningsAt, problems } = parseCatalog(catalog("extends: [bundled]", `models: [${entries.join(", ")}]`));
  expect(problems).toEqual([]);
  return warningsAt(TODAY)
    .filter(({ code }) => code === "misspelt-id")
    .map(({ subject, message }) => `${subject} ${/did you mean (.*)\?$/.exec(message)?.[1]}`);
}

test.for([
  ["anthropic/claude-sonet-5", "anthropic/claude-sonnet-5"],
  ["anthropic/cluade-sonnet-5", "anthropic/claude-sonnet-5"],
  ["antropic/claude-sonnet-5", "anthropic/claude-sonnet-5"],
  ["openai/gtp-5.5", "openai/gpt-5.5"],
  ["openai/gpt-5-5", "openai/gpt-5.5"],
])("%s is told to be %s", ([id, meant]) => {
  expect(misspelt(`{ id: ${id}, cost: { input: 1, output: 2 }, sources: {} }`)).toEqual([`${id} ${meant}`]);
});

test.for([
  "anthropic/claude-sonnet-5-5",
  "anthropic/claude-sonnet-55",
  "anthropic/claude-sonnet-6",
  "anthropic/claude-sonnet",
  "openai/gpt-5.5x",
  "openai/gpt-6.5",
  "groq/gpt-5.5",
  "acme/claude-sonnet-5",
  "ollama/pixtral",
])("%s is a model of its own", (id) => {
  expect(misspelt(`{ id: ${id}, cost: { input: 1, output: 2 } }`)).toEqual([]);
});

test("an entry that describes a model, or says what it is based on, means what it says", () => {
  const id = "id: anthropic/claude-sonet-5";
  expect(misspelt(`{ ${id}, name: x, tool_call: true, limit: { context: 1 }, cost: { input: 1 } }`)).toEqual([]);
  expect(misspelt(`{ ${id}, base_model: anthropic/claude-sonnet-5 }`)).toEqual([]);
});

test("words that lower layers use are no slips, nor are files compared with what lies above them", async () => {
  const files = {
    "low.yaml": catalog("models: [{ id: a/nova-micro }, { id: a/nova-macro-2 }, { id: b/blue-one }]"),
    "high.yaml": catalog("models: [{ id: a/nova-macro }, { id: b/blues-one }, { id: c/d }, { id: c/blues-one }]"),
  };
  await inFolder(files, async ({ path }) => {
    const { warningsAt } = await readCatalog([path("low.yaml"), path("high.yaml")]);
    const subjects = warningsAt(TODAY)
      .filter(({ code }) => code === "misspelt-id")
      .map(({ subject }) => subject);
    expect(subjects).toEqual(["b/blues-one"]);
  });
});

test("no bundled model is taken for a slip of another, whoever adds it", async () => {
  const { catalog: bundled } = await readCatalog(["bundled"]);
  const ids = bundled?.models.map(({ id }) => id) ?? [];
  expect(ids.length).toBeGreaterThan(150);
  const low = (left: string) =>
    catalog(
      `models: [${ids
        .filter((id) => id !== left)
        .map((id) => `{ id: "${id}" }`)
        .join(", ")}]`,
    );
  for (const id of ids.filter((_, at) => at % 10 === 0)) {
    await inFolder({ "low.yaml": low(id), "high.yaml": catalog(`models: [{ id: "${id}" }]`) }, async ({ path }) => {
      const { warningsAt } = await readCatalog([path("low.yaml"), path("high.yaml")]);
      expect(warningsAt(TODAY).filter(({ code }) => code === "misspelt-id")).toEqual([]);
    });
  }
});
