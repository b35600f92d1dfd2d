import type { Case } from "./case.ts";
import { CASES } from "./cases/index.ts";
import type { Finding, Report } from "./report.ts";
import { RULE_NUMBERS, UNSEEN } from "./rules.ts";
import { runCase } from "./run-case.ts";
import type { Subject } from "./subject.ts";

/**
 * Runs every case against every subject, one after the other, and gives the report in the order of the rules. Never
 * rejects for what a client does: that is a finding.
 */
export async function runConformance(
  subjects: Subject | readonly Subject[],
  { cases = CASES }: { cases?: readonly Case[] } = {},
): Promise<Report> {
  const judged = [subjects].flat();
  const findings: Finding[] = [];
  for (const rule of RULE_NUMBERS) {
    const ofRule = cases.filter((one) => one.rule === rule);
    for (const subject of judged) {
      const unseen = UNSEEN[rule];
      if (ofRule.length === 0 && unseen !== undefined)
        findings.push({ rule, subject: subject.name, verdict: "n.a.", reason: unseen });
      for (const one of ofRule) findings.push(await judge(subject, one));
    }
  }
  return { subjects: judged.map(({ name }) => name), findings };
}

async function judge(subject: Subject, one: Case): Promise<Finding> {
  const { rule, name, strength } = one;
  const base = { rule, case: name, strength, subject: subject.name };
  const reason = one.notFor?.[subject.shape] ?? lacking(subject, one);
  if (reason !== undefined) return { ...base, verdict: "n.a.", reason };
  const complaint = await runCase(subject, one);
  const beneath = subject.beneath?.[`${rule} ${name}`];
  if (beneath === undefined)
    return complaint === undefined ? { ...base, verdict: "pass" } : { ...base, verdict: "fail", reason: complaint };
  return complaint === undefined
    ? { ...base, verdict: "fail", reason: `it passes; out of date is: ${beneath}` }
    : { ...base, verdict: "n.a.", reason: beneath };
}

function lacking({ lacks }: Subject, { needs = [] }: Case): string | undefined {
  return needs.map((ability) => lacks?.[ability]).find((reason) => reason !== undefined);
}
