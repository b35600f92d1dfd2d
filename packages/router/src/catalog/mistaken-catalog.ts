import { isRecord } from "../request/is-record.ts";

/** What to write instead where something that holds a catalog, or will, was given for one; else empty. */
export function mistakenCatalog(given: unknown): string {
  if (!isRecord(given)) return "";
  if (typeof given["then"] === "function") return "; received a promise: write await before it";
  if (!("problems" in given)) return "";
  if (isRecord(given["catalog"])) return "; received what a reader of catalogs gives: hand over its .catalog";
  return "; received what a reader of catalogs gives, without a catalog: its .problems tell why";
}
