// Findings as rows for people: rule titles, names, areas.
import type { ConflictRow } from "../../shared/contract/conflicts.ts";
import type { ConflictState, Finding } from "../../shared/domain/conflict.ts";
import type { Area } from "../../shared/domain/duty.ts";
import type { World } from "../../shared/domain/world.ts";
import type { Desk } from "./desk.ts";
import { labelsOf } from "./labels.ts";

export interface ShownFinding {
  id: string;
  finding: Finding;
  state: ConflictState;
  firstSeen: number | null;
}

/** Rows in the order given; a rule or row that has since gone keeps its id for a name. */
export function conflictRows(desk: Desk, world: World, shown: readonly ShownFinding[]): ConflictRow[] {
  const labels = labelsOf(world);
  const matters = new Map(world.matters.map((matter) => [matter.id, matter]));
  const caseNos = new Map(world.cases.map((one) => [one.id, one.caseNo]));
  const rules = new Map(desk.rules().map(({ rule }) => [`${rule.id}@${rule.version}`, rule]));
  return shown.map(({ id, finding, state, firstSeen }) => {
    const rule = rules.get(`${finding.ruleId}@${finding.ruleVersion}`) ?? desk.ruleOf(finding.ruleId);
    const matter = finding.matterId === null ? undefined : matters.get(finding.matterId);
    const department = finding.departmentId === null ? undefined : labels.department(finding.departmentId);
    // Rules of the general area show under the area of what they caught.
    const area: Area = matter?.area ?? rule?.area ?? "cross";
    return {
      id,
      ruleId: finding.ruleId,
      ruleVersion: finding.ruleVersion,
      kind: rule?.kind ?? "separate-duties",
      title: rule?.title ?? { zh: finding.ruleId, en: finding.ruleId },
      severity: finding.severity,
      basis: finding.basis,
      state,
      area,
      people: labels.people(finding.personIds),
      matter: matter ? { id: matter.id, name: matter.name } : null,
      department: department ? { id: department.id, name: department.name } : null,
      cases: finding.caseIds.map((caseId) => ({ id: caseId, caseNo: caseNos.get(caseId) ?? caseId })),
      amount: finding.amount,
      day: finding.day,
      from: finding.from,
      until: finding.until,
      firstSeen,
      sentence: finding.sentence,
      evidence: finding.evidence.length,
    };
  });
}

const weight = { high: 3, medium: 2, low: 1 } as const;
/** Money × severity, the heaviest first; unknown amounts count as one yuan so that severity still orders them. */
export const byStake = (a: ConflictRow, b: ConflictRow): number =>
  weight[b.severity] * Math.max(b.amount ?? 0, 100) - weight[a.severity] * Math.max(a.amount ?? 0, 100) ||
  (a.basis === b.basis ? 0 : a.basis === "actual" ? -1 : 1) ||
  (a.day < b.day ? 1 : a.day > b.day ? -1 : a.id < b.id ? -1 : 1);
