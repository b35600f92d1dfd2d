import fc from "fast-check";
import { expect } from "vitest";
import type { Match, Model, Policy } from "../../src/index.ts";
import { nameAndHint, type SpeltName } from "../arbitraries/spelt-names.ts";
import { contains } from "../oracles/literal.ts";
import { CLASSES } from "../oracles/written-order.ts";
import { property } from "../property.ts";
import type { CreateRouter } from "../routers.ts";

const SUBSTRING = CLASSES.indexOf("substring");
const EMBEDDED = CLASSES.indexOf("embedded");

const field = fc.constantFrom("id", "model", "name", "alias");
type Field = "id" | "model" | "name" | "alias";

/** A model that has a name in one of the places where hints look for it. */
function modelNamed({ written }: SpeltName, field: Field): Model {
  const named = { id: {}, model: { model: written }, name: { name: written }, alias: { aliases: [written] } };
  return { id: field === "id" ? `zz/${written}` : "zz/zz", ...named[field] };
}

function matchOf(createRouter: CreateRouter, model: Model, hint: SpeltName, policy: Policy): Match | null | undefined {
  const router = createRouter({ models: [model], policy });
  return router.pick({ modelPreferences: { hints: [{ name: hint.written }] } })?.match;
}

property(
  "invariant 11, substring soundness: a model whose normalised name holds the normalised hint, splitting no number, is matched",
  [
    nameAndHint.filter(({ name, hint }) => contains(name.normal, hint.normal)),
    field,
    fc.constantFrom<Policy["matching"][]>("default", "strict"),
  ],
  (createRouter, { name, hint }, field, matching) => {
    const match = matchOf(createRouter, modelNamed(name, field), hint, { matching });
    expect(match).not.toBeNull();
    expect(CLASSES.indexOf(match?.class ?? "adjacent")).toBeLessThanOrEqual(EMBEDDED);
  },
);

property(
  "invariant 11, substring soundness: strict matching finds what holds the hint, and nothing else",
  [nameAndHint, field],
  (createRouter, { name, hint }, field) => {
    const match = matchOf(createRouter, modelNamed(name, field), hint, { matching: "strict" });
    expect(match !== null).toBe(contains(name.normal, hint.normal));
    const isSame = name.normal === hint.normal;
    if (match) expect(CLASSES.indexOf(match.class) < SUBSTRING).toBe(isSame);
  },
);

property(
  "invariant 11, substring soundness: the provider's part of an id is matched by whole words only",
  [nameAndHint.filter(({ name }) => !name.written.includes("/"))],
  (createRouter, { name, hint }) => {
    const match = matchOf(createRouter, { id: `${name.written}/zz` }, hint, { matching: "strict" });
    expect(match !== null).toBe(`-${name.normal}-`.includes(`-${hint.normal}-`));
  },
);
