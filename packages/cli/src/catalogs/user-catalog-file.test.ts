import { join } from "node:path";
import { expect, test } from "vitest";
import { userCatalogFile } from "./user-catalog-file.ts";

test.each([
  [undefined, join("/home/ada", ".config")],
  ["", join("/home/ada", ".config")],
  ["config", join("/home/ada", ".config")],
  ["/etc/ada", "/etc/ada"],
])("XDG_CONFIG_HOME %j", (configHome, folder) => {
  expect(userCatalogFile(configHome, "/home/ada")).toBe(join(folder, "modelpref", "catalog.yaml"));
});
