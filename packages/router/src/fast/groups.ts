import { MATCH_CLASSES } from "../names/match-classes.ts";
import type { HintClasses } from "./hint-classes.ts";
import type { View } from "./view.ts";

/** The positions of a view by class of one hint and, inside a class, by whether the output falls short. */
export type Groups = readonly (readonly number[])[];

/** Parts the models of a view into the groups of one hint; what the hint does not find is in none. */
export function partByClass(view: View, classes: HintClasses): Groups {
  const groups: number[][] = Array.from({ length: 2 * MATCH_CLASSES.length }, () => []);
  for (const [position, entry] of view.entries.entries()) {
    groups[groupNumber(classes[entry.place] ?? MATCH_CLASSES.length, view.shortfall[position] ?? 0)]?.push(position);
  }
  return groups;
}

/** Where the group of a class stands among the groups of its hint. */
export function groupNumber(classOrder: number, shortfall: number): number {
  return 2 * classOrder + shortfall;
}
