// Names made of parts, so that the normal form, the words and the versions of a name are known without reading it.
import fc from "fast-check";

/** A part of a name: what it is, its normal form, and ways to write it. */
type Part = { kind: "word" | "tier" | "version" | "size" | "date"; normal: string; written: readonly string[] };

/** A name: its normal form, its parts, and one way to write it. */
export type SpeltName = { normal: string; parts: readonly Part[]; written: string };

const part = (kind: Part["kind"], ...spellings: readonly string[]): Part => ({
  kind,
  normal: spellings[0] ?? "",
  written: spellings,
});

const WORDS: readonly Part[] = [
  part("word", "claude", "Claude", "CLAUDE", "ｃｌａｕｄｅ"),
  part("word", "gpt", "GPT"),
  part("word", "qwen", "Qwen"),
  part("word", "llama", "Llama"),
  part("word", "gemini", "ge\u{ff4d}ini"),
  part("word", "o", "O"),
  part("word", "maximal"),
  part("word", "openai", "OpenAI"),
  part("word", "sonnets"),
  part("word", "minni"),
  part("word", "fine", "ﬁne", "FINE"),
  part("word", "überall", "ÜBERALL", "u\u0308berall"),
  part("word", "日本"),
];

const TIERS: readonly Part[] = [
  part("tier", "mini", "Mini", "ｍｉｎｉ"),
  part("tier", "sonnet", "Sonnet"),
  part("tier", "haiku"),
  part("tier", "turbo", "TURBO"),
  part("tier", "max"),
];

const VERSIONS: readonly Part[] = [
  part("version", "3"),
  part("version", "4", "４"),
  part("version", "3.5", "3-5", "3p5", "3_5"),
  part("version", "3.7", "3-7", "3:7"),
  part("version", "4.1", "4 1", "4:1"),
  part("version", "32"),
  part("version", "41"),
  part("version", "4o", "4O"),
];

const SIZES: readonly Part[] = [part("size", "32b", "32B"), part("size", "32k"), part("size", "8x7b", "8x7B")];
const DATES: readonly Part[] = [part("date", "20241022"), part("date", "2024-10-22", "2024/10/22")];

const SEPARATORS = ["-", "-", "-", "_", " ", "/", ":", "--"] as const;

const anyPart = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 2, arbitrary: fc.constantFrom(...TIERS) },
  { weight: 3, arbitrary: fc.constantFrom(...VERSIONS) },
  { weight: 1, arbitrary: fc.constantFrom(...SIZES) },
);

/** Parts in the order of a name; versions never stand side by side, where they would make one. */
const nameParts: fc.Arbitrary<readonly Part[]> = fc
  .tuple(fc.array(anyPart, { minLength: 1, maxLength: 4 }), fc.option(fc.constantFrom(...DATES), { nil: undefined }))
  .map(([parts, date]) => [...parts, ...(date === undefined ? [] : [date])])
  .map((parts) => parts.filter(({ kind }, index) => kind !== "version" || parts[index - 1]?.kind !== "version"));

/** Some way to write parts; a number may follow a word without a separator. */
function spell(parts: readonly Part[]): fc.Arbitrary<SpeltName> {
  return fc
    .array(fc.tuple(fc.nat(9), fc.constantFrom(...SEPARATORS), fc.boolean()), {
      minLength: parts.length,
      maxLength: parts.length,
    })
    .map((choices) => ({
      normal: parts.map(({ normal }) => normal).join("-"),
      parts,
      written: choices.reduce((text, [spelling, separator, attached], index) => {
        const here = parts[index];
        const next = here?.written[spelling % here.written.length] ?? "";
        return text + (index === 0 || (attached && canAttach(parts[index - 1], here)) ? "" : separator) + next;
      }, ""),
    }));
}

function canAttach(word: Part | undefined, number: Part | undefined): boolean {
  const isWord = word?.kind === "word" || word?.kind === "tier";
  return isWord && number?.kind === "version" && /^[\d.]+$/.test(number.normal);
}

/** A name and a way to write it. */
export const speltName: fc.Arbitrary<SpeltName> = nameParts.chain(spell);

/** A name, and the same in another order, with another part, with a part more or less, with a letter or a digit less. */
export const nameAndHint: fc.Arbitrary<{ name: SpeltName; hint: SpeltName }> = nameParts.chain((parts) =>
  fc.record({ name: spell(parts), hint: relatedParts(parts).chain(spell) }),
);

function relatedParts(parts: readonly Part[]): fc.Arbitrary<readonly Part[]> {
  const isWord = ({ kind }: Part): boolean => kind === "word" || kind === "tier";
  const cut = (list: readonly Part[], from: number, to: number): readonly Part[] => list.slice(from, to);
  const withoutNeighbours = (list: readonly Part[]): readonly Part[] =>
    list.filter(({ kind }, index) => kind !== "version" || list[index - 1]?.kind !== "version");
  const clipped = (at: number, count: number): readonly Part[] =>
    parts.map((one, index) => {
      const letters = [...one.normal];
      const rest = count > 0 ? letters.slice(count) : letters.slice(0, letters.length + count);
      return index === at && isWord(one) && rest.length > 0 ? part("word", rest.join("")) : one;
    });
  const shortened = parts.map((one) => {
    const digits = /^\d+/.exec(one.normal)?.[0];
    const isNumber = one.kind === "version" || one.kind === "size";
    return digits !== undefined && isNumber ? part("version", digits.slice(0, Math.max(1, digits.length - 1))) : one;
  });
  return fc.oneof(
    fc
      .tuple(fc.nat(parts.length - 1), fc.integer({ min: 1, max: parts.length }))
      .map(([from, length]) => cut(parts, from, from + length)),
    fc.tuple(fc.nat(parts.length - 1), fc.integer({ min: -3, max: 3 })).map(([at, count]) => clipped(at, count)),
    fc.shuffledSubarray([...parts], { minLength: 1 }).map(withoutNeighbours),
    fc.tuple(fc.nat(parts.length - 1), anyPart).map(([at, other]) => withoutNeighbours(parts.with(at, other))),
    fc.tuple(fc.nat(parts.length), anyPart).map(([at, more]) => withoutNeighbours(parts.toSpliced(at, 0, more))),
    fc.constant(withoutNeighbours(shortened)),
    nameParts,
  );
}
