import { formatReport } from "../format-report.ts";
import { runConformance } from "../run-conformance.ts";
import { SUBJECTS } from "./subjects.ts";

// `npm run conformance`: the report of our handler in every kind of client; ends with 1 where something fails.
const report = await runConformance(SUBJECTS);
console.log(formatReport(report));
if (report.findings.some(({ verdict }) => verdict === "fail")) process.exitCode = 1;
