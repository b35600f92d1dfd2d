import { expect, test } from "vitest";
import { catalog, inFolder } from "../../test/folder.ts";
import { bundledCatalog } from "../bundled.ts";
import { readCatalog } from "../read-catalog.ts";

const [first] = bundledCatalog().models;
const id = first?.id ?? "";
const named = (name: string): string => `models: [{ id: "${id}", name: ${name} }]`;

async function nameIn(files: readonly string[], userFile?: string): Promise<string | undefined> {
  const { catalog: read, problems } = await readCatalog(files, { userFile });
  expect(problems).toEqual([]);
  return read?.models.find((model) => model.id === id)?.name;
}

test("the user's file lies between the bundled catalog and what extends it", async () => {
  const files = {
    "user.yaml": catalog(named("user")),
    "project.yaml": catalog("extends: [bundled]", "models: [{ id: x/y }]"),
    "strict.yaml": catalog("extends: [bundled]", named("project")),
    "alone.yaml": catalog(`models: [{ id: "${id}" }]`),
  };
  await inFolder(files, async ({ path }) => {
    const user = path("user.yaml");
    expect(await nameIn(["bundled"], user)).toBe("user");
    expect(await nameIn([path("project.yaml")], user)).toBe("user");
    expect(await nameIn([path("project.yaml")])).toBe(first?.name);
    expect(await nameIn([path("project.yaml")], path("none.yaml"))).toBe(first?.name);
    expect(await nameIn([path("strict.yaml")], user)).toBe("project");
    expect(await nameIn([path("alone.yaml")], user)).toBeUndefined();
  });
});

test("for the user's file bundled is the bundled catalog alone, said or not", async () => {
  await inFolder({ "user.yaml": catalog("extends: [bundled]", named("user")) }, async ({ path }) => {
    const user = path("user.yaml");
    expect(await nameIn(["bundled"], user)).toBe("user");
    expect(await nameIn([user], user)).toBe("user");
  });
  await inFolder({ "user.yaml": catalog(named("user")) }, async ({ path }) => {
    const result = await readCatalog([path("user.yaml")], { userFile: path("user.yaml") });
    expect(result.catalog?.models).toHaveLength(bundledCatalog().models.length);
  });
});

test("what is wrong with the user's file is a problem of every catalog that uses it", async () => {
  await inFolder({ "user.yaml": catalog("model: []") }, async ({ path }) => {
    const { problems } = await readCatalog(["bundled"], { userFile: path("user.yaml") });
    expect(problems.map(({ code, line }) => [code, line])).toEqual([["unknown-key", 2]]);
  });
});

test("a catalog that extends bundled keeps its families, sources and retired names, and has its own name and hash", async () => {
  await inFolder({ "empty.yaml": catalog("extends: [bundled]") }, async ({ path }) => {
    const { catalog: read } = await readCatalog([path("empty.yaml")]);
    const { name: _, ...bundled } = bundledCatalog();
    expect(read).toEqual(bundled);
  });
});
