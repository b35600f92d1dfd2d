/**
 * Whether an id fits a glob, in which `*` is any characters, `/` included, and all else is itself. Linear in the length
 * of the id for each part of the glob: none can make it hang.
 */
export function fitsGlob(id: string, glob: string): boolean {
  const [first = "", ...parts] = glob.split("*");
  const last = parts.pop();
  if (last === undefined) return id === glob;
  let at = id.startsWith(first) ? first.length : Number.POSITIVE_INFINITY;
  for (const part of parts) {
    const found = id.indexOf(part, at);
    at = found < 0 ? Number.POSITIVE_INFINITY : found + part.length;
  }
  return id.length - last.length >= at && id.endsWith(last);
}
