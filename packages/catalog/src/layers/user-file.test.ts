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

test("a catalog that extends bundled keeps its families, sources, retired names and hash", async () => {
  await inFolder({ "empty.yaml": catalog("extends: [bundled]") }, async ({ path }) => {
    const { catalog: read } = await readCatalog([path("empty.yaml")]);
    expect(read).toEqual({ ...bundledCatalog(), name: "bundled + 1 file" });
  });
});

test("a catalog on bundled that says no name is called by its layers, any other has none", async () => {
  const files = {
    "user.yaml": catalog(),
    "low.yaml": catalog("extends: [bundled]"),
    "high.yaml": catalog("extends: [low.yaml]"),
    "named.yaml": catalog("name: team", "extends: [bundled]"),
    "alone.yaml": catalog("models: []"),
  };
  await inFolder(files, async ({ path }) => {
    const nameOf = async (name: string, userFile?: string): Promise<string | undefined> =>
      (await readCatalog([name], { userFile })).catalog?.name;
    expect(await nameOf("bundled")).toBe("bundled");
    expect(await nameOf("bundled", path("user.yaml"))).toBe("bundled + 1 file");
    expect(await nameOf(path("high.yaml"), path("user.yaml"))).toBe("bundled + 3 files");
    expect(await nameOf(path("named.yaml"))).toBe("team");
    expect(await nameOf(path("alone.yaml"))).toBeUndefined();
  });
});
