/** Keys of the format that this version cannot read yet, with what to do instead; by the path of their map. */
const UNSUPPORTED: ReadonlyMap<string, string> = new Map([
  ["extends", "write all models into one file"],
  ["overrides", "change the models themselves"],
  ["remove", 'write "enabled: false" into the models, or name them under policy.limits.deny'],
  ["models[].base_model", "write the model's own abilities, intelligence and family"],
]);

/** What to do instead of a key that is not supported yet, or undefined. `path` is that of the key. */
export function insteadOf(path: readonly PropertyKey[]): string | undefined {
  const place = path.map((step) => (typeof step === "number" ? "[]" : `.${String(step)}`)).join("");
  return UNSUPPORTED.get(place.slice(1));
}
