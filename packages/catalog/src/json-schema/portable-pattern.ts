/**
 * The Unicode properties that the schemas use, as ranges. JavaScript knows the names, but Java, Python and Go, in which
 * other editors and validators are written, know only some of them.
 */
export const RANGES: ReadonlyMap<string, string> = new Map([
  ["Cc", "\\u0000-\\u001F\\u007F-\\u009F"],
  ["Zl", "\\u2028"],
  ["Zp", "\\u2029"],
  ["Bidi_Control", "\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069"],
]);

/** The same pattern without names of Unicode properties. They may stand inside square brackets only. @throws Error for an unknown one */
export function portablePattern(pattern: string): string {
  return pattern.replace(/\\p\{(\w+)\}/g, (_, name: string) => {
    const ranges = RANGES.get(name);
    if (ranges === undefined) throw new Error(`no ranges for the Unicode property ${name}`);
    return ranges;
  });
}
