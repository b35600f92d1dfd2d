import { viewJson } from "../../views/json.ts";
import type { Outcome } from "../finding.ts";

/** Everything that was found, one by one and uncut, for programs to read. */
export function reportJson({ catalogs, unreadable, problems, warnings }: Outcome): string {
  const findings = [...unreadable, ...problems, ...warnings];
  return viewJson({ schema: "modelpref-check/1", catalogs, findings }, "indented");
}
