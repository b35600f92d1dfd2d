import type { Part } from "../layers/part.ts";
import type { Place } from "../layers/tree.ts";
import type { Whole } from "../layers/whole.ts";
import { isWritten, writtenList } from "../layers/written.ts";
import type { CatalogProblem } from "../problems/problem.ts";

/** No two models, and no two families, of one layer have the same id; in another layer it means the same entry. */
export function findDuplicateIds({ layers }: Whole): CatalogProblem[] {
  return layers.flatMap((parts) => [...findIn(parts, "models", "model"), ...findIn(parts, "families", "family")]);
}

function findIn(parts: readonly Part[], key: "models" | "families", kind: string): CatalogProblem[] {
  const firstOf = new Map<string, Place>();
  return parts.flatMap((part) =>
    writtenList(part.written[key]).flatMap((written, index) => {
      const id = isWritten(written) ? written["id"] : undefined;
      if (typeof id !== "string") return [];
      const place: Place = { part, path: [key, index, "id"] };
      const first = firstOf.get(id);
      if (first === undefined) {
        firstOf.set(id, place);
        return [];
      }
      const message = `this id stands ${whereIs(first, part)} already; each ${kind} needs its own`;
      return [part.report(place.path, { code: "duplicate-id", message })];
    }),
  );
}

/** Where an earlier value stands, in words, seen from a file: `in line 12`, `in other.yaml, line 12`. */
function whereIs({ part, path }: Place, seenFrom: Part): string {
  const { file, line } = part.spotOf(path);
  return part === seenFrom ? `in line ${line}` : `in ${file}, line ${line}`;
}
