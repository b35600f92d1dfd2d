/** Files by their names without folders; those whose names are the same keep their paths. */
export function shortNames(files: readonly string[]): Map<string, string> {
  const names = files.map(nameOf);
  const isUnique = (name: string): boolean => names.indexOf(name) === names.lastIndexOf(name);
  return new Map(files.map((file) => [file, isUnique(nameOf(file)) ? nameOf(file) : file]));
}

/** What stands after the last separator of folders, on any system. */
function nameOf(file: string): string {
  return file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
}
