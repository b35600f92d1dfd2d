import { BOUNDS } from "./bounds.ts";

/** What keeps a value from being copied, to say after "expected". */
export type NotCopied = { expected: string };

/**
 * A copy of a value as JSON would carry it: own, enumerable, without getters, cycles and functions, so that nothing can
 * change or throw later. Refuses what is deeper or larger than `BOUNDS` without reading on.
 */
export function takeCopy(
  value: unknown,
): { copy: unknown; refused?: undefined } | { copy?: undefined; refused: NotCopied } {
  const budget: Budget = { characters: BOUNDS.characters, values: BOUNDS.values };
  try {
    return { copy: copyOf(value, budget, 0) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: { expected: error.message } };
    // A getter or a proxy of the sender's threw; what it threw is its own.
    return { refused: { expected: "values that can be read" } };
  }
}

class Refusal extends Error {}

type Budget = { characters: number; values: number };

function copyOf(value: unknown, budget: Budget, depth: number): unknown {
  spend(budget, value);
  if (typeof value !== "object" || value === null) return isJson(value) ? value : undefined;
  if (depth >= BOUNDS.depth) throw new Refusal(`at most ${BOUNDS.depth} levels of nesting`);
  if (Array.isArray(value)) return Array.from(value, (item: unknown) => copyOf(item, budget, depth + 1));
  // A map without prototype: a key such as __proto__ is a key like any other.
  const copy: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(value)) {
    budget.characters -= key.length;
    const inner = copyOf((value as Readonly<Record<string, unknown>>)[key], budget, depth + 1);
    if (inner !== undefined) copy[key] = inner;
  }
  return copy;
}

function spend(budget: Budget, value: unknown): void {
  budget.values -= 1;
  if (budget.values < 0) throw new Refusal(`at most ${BOUNDS.values} values`);
  if (typeof value === "string") budget.characters -= value.length;
  if (budget.characters < 0) throw new Refusal(`at most ${BOUNDS.characters} characters`);
}

function isJson(value: unknown): boolean {
  return value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
