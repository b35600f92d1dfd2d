import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { KNOWN_PROVIDERS } from "../../src/backends/from-env/providers.ts";

const page = readFileSync(new URL("../../../../docs/sampling.md", import.meta.url), "utf8");

test.each(KNOWN_PROVIDERS)(
  "docs/sampling.md tells of the variables of $name",
  ({ name, key = [], address, override }) => {
    const row = page.split("\n").find((line) => line.startsWith(`| \`${name}\``)) ?? "";
    const variables = [...key, address?.variable, override?.variable].filter((variable) => variable !== undefined);
    expect(variables.filter((variable) => !row.includes(`\`${variable}\``))).toEqual([]);
  },
);
