import { type Command, InvalidArgumentError } from "commander";
import { addUserCatalogOption, type CatalogOptions } from "./catalog-options.ts";
import type { GeneralOptions } from "./general-options.ts";
import { oneOf } from "./parsers.ts";

/** The ways to report what was found. */
export const CHECK_FORMATS = ["text", "json", "github"] as const;

/** What the flags of `route-explain check` hold. */
export type CheckOptions = GeneralOptions &
  CatalogOptions & {
    strict?: boolean;
    format?: (typeof CHECK_FORMATS)[number];
    today?: string;
  };

/** Adds the flags of `route-explain check`. */
export function addCheckOptions(command: Command): Command {
  return addUserCatalogOption(command.optionsGroup("Catalog and output:"))
    .option("--strict", "warnings fail too")
    .option("--format <name>", "text, json or github (default: text)", oneOf(CHECK_FORMATS))
    .option("--today <date>", "the day that ages of facts are told of (default: today)", toDay);
}

const DAY = /^\d{4}-\d\d-\d\d$/;

function toDay(text: string): string {
  const time = DAY.test(text) ? Date.parse(text) : Number.NaN;
  // A day that no month has is read as one of the next month.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, text.length) !== text) {
    throw new InvalidArgumentError("Expected a day such as 2026-11-22.");
  }
  return text;
}
