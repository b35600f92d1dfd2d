import fc from "fast-check";
import { codePoint } from "./code-point.ts";
import { MODEL_NAMES } from "./names.ts";
import { REAL_SPELLINGS } from "./real-spellings.ts";

/** Parts of names, families, and what stands before and after names. */
const PARTS = ["claude", "sonnet", "mini", "gpt", "openai", "anthropic/claude", "3.5", "4", "o", "gpt-4", "claude-3"];

/** Old names that only a family or a retired model explains, and names of families that no catalog here holds. */
const OLD_NAMES = ["claude-3-sonnet", "gpt-3.5-turbo", "claude-instant-1", "llama-2-70b", "gemini-pro", "o1-preview"];

/** What is no hint, or looks like something else to a careless program. */
const TRAPS = ["", "   ", "-", "__proto__", "constructor", "toString", "\ud800", "claude\udc00", "gpt", "GPT", "3 5"];

type Spell = (name: string) => string;

/** Other ways to write the same name, more or less. */
const SPELLINGS: readonly Spell[] = [
  (name) => name,
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
];

/** Typing errors and parts, at a place of the name. */
const SLIPS: readonly ((at: number) => Spell)[] = [
  (at) => (name) => name.slice(0, at) + (name[at + 1] ?? "") + (name[at] ?? "") + name.slice(at + 2),
  (at) => (name) => name.slice(0, at) + name.slice(at + 1),
  (at) => (name) => name.slice(at),
  (at) => (name) => name.slice(0, at),
];

const respelt = fc
  .tuple(fc.constantFrom(...MODEL_NAMES), fc.constantFrom(...SPELLINGS))
  .map(([name, spell]) => spell(name));

const slipped = fc
  .tuple(fc.constantFrom(...MODEL_NAMES), fc.constantFrom(...SLIPS), fc.nat(12))
  .map(([name, slip, at]) => slip(at)(name));

/** Hints as servers write them: real spellings, other separators and cases, snapshots, gateways, typos, parts, traps. */
export const hintName: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: respelt },
  { weight: 3, arbitrary: slipped },
  { weight: 3, arbitrary: fc.constantFrom(...Object.values(REAL_SPELLINGS).flat()) },
  { weight: 3, arbitrary: fc.constantFrom(...PARTS) },
  { weight: 2, arbitrary: fc.constantFrom(...OLD_NAMES) },
  { weight: 1, arbitrary: fc.constantFrom(...TRAPS) },
  { weight: 1, arbitrary: fc.string({ unit: codePoint, maxLength: 20 }) },
);
