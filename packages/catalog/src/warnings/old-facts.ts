// A date older than 90 days is old. A year or a month counts as its last day: the fact may be of then. One that has not
// begun yet is a slip.
import { type Branch, keysAt, type Leaf, textAt } from "../layers/tree.ts";
import { type Look, leafAt, type Survey, warn } from "./survey.ts";
import type { CatalogWarning } from "./warning.ts";

/** Days after which prices and speeds have often changed. */
const OLD_AFTER = 90;
const DAY = 24 * 60 * 60 * 1000;
const DATE = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/;

/** The ratings, measurements and sources of models in use, and the files themselves, are not older than 90 days, nor of the future. */
export const findOldFacts: Look = (survey) => {
  const { inUse, whole } = survey;
  const facts = [...inUse].flatMap(([id, model]) =>
    ["intelligence", "speed"].flatMap((fact) =>
      judge(id, leafAt(model, fact, "as_of"), `the ${fact} of ${id}`, survey),
    ),
  );
  const used = new Set([...inUse.values()].flatMap(sourcesOf));
  const sources = keysAt(whole.rest, "sources").filter((key) => used.has(key));
  return [
    ...judge("updated", leafAt(whole.rest, "updated"), "this file", survey),
    ...facts,
    ...sources.flatMap((key) => {
      const retrieved = leafAt(whole.rest, "sources", key, "retrieved");
      return judge(key, retrieved, `the source ${key}`, survey);
    }),
  ];
};

function sourcesOf(model: Branch): string[] {
  return keysAt(model, "sources").flatMap((fact) => textAt(model, "sources", fact) ?? []);
}

function judge(subject: string, leaf: Leaf | undefined, what: string, { today, isOwn }: Survey): CatalogWarning[] {
  // What is inherited is told at the model it is inherited from.
  if (leaf === undefined || leaf.base !== undefined || !isOwn(leaf.part)) return [];
  const date = String(leaf.value);
  const days = daysOf(date);
  if (days === undefined) return [];
  const [first, last] = days;
  // Where it is tomorrow already, people write that.
  if (first - today > DAY)
    return [warn("future-date", subject, leaf, `${what} is as of ${date}, which is to come; expected a day that was`)];
  if (today - last <= OLD_AFTER * DAY) return [];
  const message = `${what} is as of ${date}, more than ${OLD_AFTER} days ago; look again, and set the date`;
  return [warn("old-fact", subject, leaf, message)];
}

/** The first and the last day that a date can mean, in milliseconds since 1970. */
function daysOf(date: string): [first: number, last: number] | undefined {
  const [, year, month, day] = DATE.exec(date) ?? [];
  if (year === undefined) return undefined;
  const first = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  if (day !== undefined) return [first, first];
  // The day before the first of the next month.
  return [first, Date.UTC(Number(year), month === undefined ? 12 : Number(month), 0)];
}
