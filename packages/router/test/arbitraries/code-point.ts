import fc from "fast-check";

/** Any character, halves of surrogate pairs included. fast-check's own `unit: "binary"` costs a second to import. */
export const codePoint: fc.Arbitrary<string> = fc
  .oneof({ weight: 1, arbitrary: fc.nat(0x7f) }, { weight: 1, arbitrary: fc.nat(0x10ffff) })
  .map((code) => String.fromCodePoint(code));
