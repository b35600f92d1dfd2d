import { expect, test } from "vitest";
import { catalog, inFolder } from "../../test/folder.ts";
import { parseCatalog } from "../parse-catalog.ts";
import { readCatalog } from "../read-catalog.ts";

test("the files of a catalog are all that it is made of, sound or not, and those that are not there", async () => {
  const files = {
    "team/models.yaml": catalog("extends: [bundled, ../company/base.yaml, ../company/none.yaml]"),
    "company/base.yaml": catalog("extends: [./broken.yaml, ../team/models.yaml]"),
    "company/broken.yaml": "models: [",
  };
  await inFolder(files, async ({ path }) => {
    const read = await readCatalog([path("team/models.yaml")], { userFile: path("user.yaml") });
    expect(read.catalog).toBeUndefined();
    expect(read.files).toEqual(
      ["team/models.yaml", "user.yaml", "company/base.yaml", "company/broken.yaml", "company/none.yaml"].map(path),
    );
  });
});

test("each file once; the user's file where the bundled catalog is named only", async () => {
  await inFolder({ "a.yaml": catalog(), "b.yaml": catalog("extends: [a.yaml]") }, async ({ path }) => {
    const [a, b, userFile] = [path("a.yaml"), path("b.yaml"), path("user.yaml")];
    expect((await readCatalog([a, b, a], { userFile })).files).toEqual([a, b]);
    expect((await readCatalog(["bundled"], { userFile })).files).toEqual([userFile]);
    expect((await readCatalog([a, "bundled"], { userFile: a })).files).toEqual([a]);
  });
});

test("a text is no file", () => {
  expect(parseCatalog(catalog("extends: [bundled]")).files).toEqual([]);
  expect(parseCatalog(catalog("extends: [a.yaml]")).files).toEqual([]);
});
