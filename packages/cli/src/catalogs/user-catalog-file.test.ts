import { join } from "node:path";
import { expect, test } from "vitest";
import { userCatalogFile } from "./user-catalog-file.ts";

test.each([
  [undefined, join("/home/ada", ".config")],
  ["", join("/home/ada", ".config")],
  ["config", join("/home/ada", ".config")],
  ["/etc/ada", "/etc/ada"],
])("XDG_CONFIG_HOME %j", (configHome, folder) => {
  expect(userCatalogFile(configHome, "/home/ada", () => false)).toBe(join(folder, "modelpref", "catalog.yaml"));
});

test.each([
  [[".yaml"], "catalog.yaml"],
  [[".yml"], "catalog.yml"],
  [[".yaml", ".yml"], "catalog.yaml"],
])("where there are %j", (endings, name) => {
  const exists = (file: string): boolean => endings.some((ending) => file.endsWith(ending));
  expect(userCatalogFile(undefined, "/home/ada", exists)).toBe(join("/home/ada", ".config", "modelpref", name));
});
