import { expect, test } from "vitest";
import { MATCH_CLASSES } from "../names/match-classes.ts";
import { groupNumber } from "./groups.ts";

test("each class has a group for either output, and no two share one", () => {
  const numbers = [...MATCH_CLASSES.keys()].flatMap((order) => [groupNumber(order, 0), groupNumber(order, 1)]);
  expect(numbers).toEqual([...Array(2 * MATCH_CLASSES.length).keys()]);
});
