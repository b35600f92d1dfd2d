import { mkdirSync, symlinkSync } from "node:fs";
import { expect, test } from "vitest";
import { catalog, inFolder } from "../../test/folder.ts";
import type { CatalogProblem } from "../problems/problem.ts";
import { readCatalog } from "../read-catalog.ts";

/** Problems without the folder, in one line each. */
function inShort(problems: readonly CatalogProblem[], folder: string): string[] {
  return problems.map(({ file, line, column, code, message }) =>
    `${file}:${line}:${column} ${code}: ${message}`.replaceAll(`${folder}/`, ""),
  );
}

/** Reads a file of a folder and gives its name and models, or its problems. */
function read(files: Record<string, string>, ...names: string[]): Promise<unknown> {
  return inFolder(files, async ({ path }) => {
    const result = await readCatalog(names.map(path));
    return result.catalog?.models.map(({ id, name }) => `${id} ${name}`) ?? inShort(result.problems, path("."));
  });
}

const model = (id: string, name: string): string => `models: [{ id: ${id}, name: ${name} }]`;

test("from low to high: what is extended in order, the file itself last, a later --catalog on top", async () => {
  const files = {
    "a.yaml": catalog(model("x/m", "a")),
    "b.yaml": catalog(model("x/m", "b")),
    "mine.yaml": catalog("extends: [./a.yaml, b.yaml]", "models: [{ id: x/n, name: n }]"),
    "last.yaml": catalog(model("x/n", "last")),
  };
  expect(await read(files, "mine.yaml")).toEqual(["x/m b", "x/n n"]);
  expect(await read(files, "mine.yaml", "last.yaml")).toEqual(["x/m b", "x/n last"]);
  expect(await read(files, "last.yaml", "mine.yaml")).toEqual(["x/n n", "x/m b"]);
});

test("paths are relative to the file that says them", async () => {
  const files = {
    "teams/a/models.yaml": catalog("extends: [../shared/base.yaml]"),
    "teams/shared/base.yaml": catalog("extends: [deep/base.yaml]", model("x/m", "base")),
    "teams/shared/deep/base.yaml": catalog(model("x/n", "deep")),
  };
  expect(await read(files, "teams/a/models.yaml")).toEqual(["x/n deep", "x/m base"]);
});

test("a file that is named twice counts once, where it comes first: nothing above it is undone", async () => {
  const files = {
    "base.yaml": catalog(model("x/m", "base")),
    "a.yaml": catalog("extends: [base.yaml]", model("x/m", "a")),
    "b.yaml": catalog("extends: [base.yaml]", model("x/n", "b")),
    "mine.yaml": catalog("extends: [a.yaml, b.yaml, ./b.yaml]"),
  };
  expect(await read(files, "mine.yaml")).toEqual(["x/m a", "x/n b"]);
});

test.for([
  [{ "m.yaml": catalog("extends:", "  - https://a.example/b.yaml") }, "m.yaml:3:5 extends-not-a-path: "],
  [{ "m.yaml": catalog("extends: ['file:b.yaml']") }, "m.yaml:2:11 extends-not-a-path: "],
  [{ "m.yaml": catalog("extends: [none.yaml]") }, "m.yaml:2:11 extends-unreadable: none.yaml: no such file"],
  [{ "m.yaml": catalog("extends: [bundled, .]") }, "m.yaml:2:20 extends-unreadable: "],
  [
    { "m.yaml": catalog("extends: [m.yaml]") },
    "m.yaml:2:11 extends-cycle: these files extend each other in a circle: ",
  ],
  [{ "m.yaml": catalog('extends: ["a\\0b"]') }, "m.yaml:2:11 wrong-value: expected text of one line"],
] as const)("%j", async ([files, expected]) => {
  expect(await read(files, "m.yaml")).toEqual([expect.stringContaining(expected)]);
});

test("a circle shows its chain, at the entry that closes it", async () => {
  const files = {
    "m.yaml": catalog("extends: [a.yaml]"),
    "a.yaml": catalog("name: a", "extends:", "  - b.yaml"),
    "b.yaml": catalog("extends: [a.yaml]"),
  };
  expect(await read(files, "m.yaml")).toEqual([
    "b.yaml:2:11 extends-cycle: these files extend each other in a circle: a.yaml → b.yaml → a.yaml",
  ]);
});

test("eight files in a row are read, nine are not", async () => {
  const chain = (length: number): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length }, (_, index) => [
        `${index}.yaml`,
        index === length - 1 ? catalog(model("x/m", "deep")) : catalog(`extends: [${index + 1}.yaml]`),
      ]),
    );
  expect(await read(chain(8), "0.yaml")).toEqual(["x/m deep"]);
  expect(await read(chain(9), "0.yaml")).toEqual([
    "7.yaml:2:11 extends-too-deep: more than 8 files extend each other in a row",
  ]);
});

test("more than a hundred files are refused", async () => {
  const names = Array.from({ length: 101 }, (_, index) => `${index}.yaml`);
  const files = Object.fromEntries(names.map((name) => [name, catalog()]));
  const problems = await read({ ...files, "m.yaml": catalog(`extends: [${names.join(", ")}]`) }, "m.yaml");
  expect(problems).toEqual([
    expect.stringContaining("extends-too-many: more than 100 files"),
    expect.stringContaining("extends-too-many"),
  ]);
});

test("the problems of all layers come at once; what lies in a file that is lost is not called undeclared", async () => {
  const files = {
    "low.yaml": catalog("models: [{ id: x/m, nam: x }]"),
    "m.yaml": catalog("extends: [low.yaml, none.yaml]", "models: [{ id: x/n, family: f, tool_call: 1 }]"),
  };
  expect(await read(files, "m.yaml")).toEqual([
    "low.yaml:2:21 unknown-key: unknown key; did you mean name?",
    "m.yaml:2:21 extends-unreadable: none.yaml: no such file",
    "m.yaml:3:43 wrong-type: expected true or false, received 1",
  ]);
});

test("links: a file under two names is one file, a circle of links is a problem, never a hang", async () => {
  await inFolder({ "a.yaml": catalog("extends: [link.yaml]") }, async ({ path }) => {
    symlinkSync("a.yaml", path("link.yaml"));
    const { problems } = await readCatalog([path("a.yaml")]);
    expect(problems.map(({ code }) => code)).toEqual(["extends-cycle"]);
  });
  await inFolder({ "a.yaml": catalog("extends: [x.yaml, d/d/d/d/a.yaml]") }, async ({ path }) => {
    symlinkSync("y.yaml", path("x.yaml"));
    symlinkSync("x.yaml", path("y.yaml"));
    mkdirSync(path("e"));
    symlinkSync("..", path("e/d"));
    symlinkSync(".", path("d"));
    const { problems } = await readCatalog([path("a.yaml")]);
    expect(inShort(problems, path("."))).toEqual([
      "a.yaml:2:11 extends-unreadable: x.yaml: cannot be read: too many links, or links in a circle",
      expect.stringContaining("a.yaml:2:19 extends-cycle"),
    ]);
  });
});

test("files in many folders, of one that is missing: the caller's own name is a problem of the file", async () => {
  expect(await read({}, "none.yaml")).toEqual(["none.yaml:undefined:undefined file-missing: no such file"]);
});
