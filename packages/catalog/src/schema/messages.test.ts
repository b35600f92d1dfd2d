import { expect, test } from "vitest";
import { catalog } from "../../test/folder.ts";
import { parseCatalog } from "../parse-catalog.ts";

test.for([
  ["extends: ./x.yaml", 'extends: expected a list, received "./x.yaml"; did you mean [./x.yaml]?'],
  ["remove: '*/*-preview'", 'remove: expected a list, received "*/*-preview"; did you mean ["*/*-preview"]?'],
  ["models: a/b", 'models: expected a list, received "a/b"'],
  ["policy: { limits: { allow: a/b } }", 'policy.limits.allow: expected a list, received "a/b"; did you mean [a/b]?'],
  ["models: [{ id: a/b, context_window: 9 }]", "models[0].context_window: unknown key; did you mean limit.context?"],
  ["models: [{ id: a/b, max_tokens: 9 }]", "models[0].max_tokens: unknown key; did you mean limit.output?"],
])("%s", ([line = "", said]) => {
  const { problems } = parseCatalog(catalog(line));
  expect(problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([said]);
});
