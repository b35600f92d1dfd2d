import fc from "fast-check";

/** Names that share prefixes, words and versions, so that hints collide; some are not ASCII. */
export const MODEL_NAMES = [
  ...["gpt-4o", "gpt-4o-mini", "gpt-4.1", "o1-mini"],
  ...["claude-3-5-sonnet-20241022", "claude-sonnet-4", "claude-sonnet-4-5", "claude-haiku-4-5"],
  ...["llama3.3-70b", "llama-3.3-70b-instruct", "größe-3", "größe-3.5-mini", "ﬁne-1", "FINE-1"],
] as const;

/** Providers, known ones and others. */
export const PROVIDERS = ["openai", "anthropic", "acme", "Überall"] as const;

/** Hints as servers write them, and traps: other separators and cases, snapshots, gateways, typos, parts, families. */
export const hintName: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...MODEL_NAMES), respelling()).map(([name, spell]) => spell(name)) },
  {
    weight: 4,
    arbitrary: fc.constantFrom("claude", "sonnet", "mini", "gpt", "openai", "anthropic/claude", "3.5", "4", "o"),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", "   ", "-", "__proto__", "constructor", "toString", "\ud800", "claude\udc00"),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) },
);

function respelling(): fc.Arbitrary<(name: string) => string> {
  return fc.oneof(
    fc.constantFrom<((name: string) => string)[]>(
      (name) => name,
      (name) => name.toUpperCase(),
      (name) => name.replaceAll("-", "_"),
      (name) => name.replaceAll("-", " "),
      (name) => name.replaceAll("-", ""),
      (name) => name.replaceAll(".", "-"),
      (name) => `${name}-20250101`,
      (name) => `${name}-latest`,
      (name) => `azure/${name}`,
      (name) => `openai-${name}`,
      (name) => `acme/${name}`,
      (name) => `us.anthropic.${name}-v1:0`,
      (name) => name.split("-").reverse().join("-"),
    ),
    fc
      .nat(12)
      .map((at) => (name: string) => name.slice(0, at) + (name[at + 1] ?? "") + (name[at] ?? "") + name.slice(at + 2)),
    fc.nat(12).map((at) => (name: string) => name.slice(at)),
    fc.nat(12).map((at) => (name: string) => name.slice(0, at)),
  );
}
