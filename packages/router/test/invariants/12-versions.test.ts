import fc from "fast-check";
import { expect } from "vitest";
import type { MatchClass, Model, RoutingRequest } from "../../src/index.ts";
import { FAMILIES } from "../arbitraries/models.ts";
import { nameAndHint, type SpeltName, speltName } from "../arbitraries/spelt-names.ts";
import { contains, versionsOf } from "../oracles/literal.ts";
import { property } from "../property.ts";
import type { CreateRouter } from "../routers.ts";

function classOf(createRouter: CreateRouter, names: readonly SpeltName[], hint: SpeltName): MatchClass | undefined {
  const [first, second] = names.map(({ written }) => written);
  const model: Model = { id: "zz/zz", model: first, name: second };
  const request: RoutingRequest = { modelPreferences: { hints: [{ name: hint.written }] } };
  return createRouter({ models: [model], families: FAMILIES }).pick(request)?.match?.class;
}

function hasVersions(name: SpeltName, hint: SpeltName): boolean {
  const versions = versionsOf(name.normal);
  return versionsOf(hint.normal).every((version) => versions.includes(version));
}

const tierWords = ({ parts }: SpeltName): string[] =>
  parts.filter(({ kind }) => kind === "tier").map(({ normal }) => normal);

/** Whether a name lacks the hint's version and does not hold the hint literally. */
function isOther(name: SpeltName, hint: SpeltName): boolean {
  return !contains(name.normal, hint.normal) && !hasVersions(name, hint);
}

/** Tier words that one name has and the other lacks. */
function extraTierWords(name: SpeltName, other: SpeltName): string[] {
  return tierWords(name).filter((word) => !other.normal.split("-").includes(word));
}

property(
  "invariant 12, versions: a name that neither holds the hint literally nor has its version is never matched by class 0 to 3, nor as a typo",
  [
    fc
      .record({ related: nameAndHint, another: speltName })
      .filter(({ related: { name, hint }, another }) => isOther(name, hint) && isOther(another, hint)),
  ],
  (createRouter, { related: { name, hint }, another }) => {
    const found = classOf(createRouter, [name, another], hint);
    expect(["exact", "alias", "substring", "reordered", "typo"]).not.toContain(found);
  },
);

property(
  "invariant 12, versions: where the hint names a version, a name that adds a tier word is at best a variant",
  [nameAndHint.filter(({ name, hint }) => versionsOf(hint.normal).length > 0 && extraTierWords(name, hint).length > 0)],
  (createRouter, { name, hint }) => {
    const found = classOf(createRouter, [name], hint);
    expect(["exact", "alias", "substring", "reordered", "successor"]).not.toContain(found);
  },
);

property(
  "invariant 12, versions: one tier word is never read as another, nor as a typo of one",
  [
    nameAndHint.filter(
      ({ name, hint }) => extraTierWords(hint, name).length > 0 && !contains(name.normal, hint.normal),
    ),
  ],
  (createRouter, { name, hint }) => {
    const found = classOf(createRouter, [name], hint);
    expect(["exact", "alias", "substring", "reordered", "typo"]).not.toContain(found);
  },
);
