// Findings as rows for people: rule titles, names, areas.
import type { ConflictRow } from "../../shared/contract/conflicts.ts";
import type { ConflictState, Finding } from "../../shared/domain/conflict.ts";
import type { Area } from "../../shared/domain/duty.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import { byTriage, type Lead, triage } from "../../shared/rules/triage.ts";
import { lastRules } from "../queries/rules.ts";
import { type StoredVerdict, verdictsOf } from "../queries/verdicts.ts";
import { type Desk, type Lens, ruleAmong } from "./desk.ts";
import { labelsOf } from "./labels.ts";

/** The facts and rules that the findings are of. */
type Asked = Pick<Lens, "world" | "rules">;
export interface ShownFinding {
  id: string;
  finding: Finding;
  state: ConflictState;
  firstSeen: number | null;
}

const leadOf = ({ id, finding }: ShownFinding, verdicts: ReadonlyMap<string, StoredVerdict>): Lead => ({
  ...finding,
  id,
  isSettled: verdicts.has(id),
});

/**
 * Rows in the order given; a rule or row that has since gone keeps its id for a name. `among`: the conflicts with
 * which they are triaged, where these are only some of them. What facts have closed is triaged apart.
 */
export function conflictRows(
  desk: Desk,
  { world, rules: stored }: Asked,
  shown: readonly ShownFinding[],
  among: readonly ShownFinding[] = shown,
): ConflictRow[] {
  const labels = labelsOf(world);
  const verdicts = verdictsOf(desk.db());
  const leads = (isOpen: boolean): Lead[] =>
    among.filter(({ state }) => (state === "open") === isOpen).map((one) => leadOf(one, verdicts));
  const triaged = new Map([...triage(leads(false)), ...triage(leads(true))]);
  const matters = new Map(world.matters.map((matter) => [matter.id, matter]));
  const caseOf = new Map(world.cases.map((one) => [one.id, one]));
  const rules = new Map(stored.map(({ rule }) => [`${rule.id}@${rule.version}`, rule]));
  // A rule may be stopped between two checks: what it found keeps its name and kind until the next.
  let stopped: ReturnType<typeof lastRules> | null = null;
  const stoppedRule = (ruleId: string): Rule | undefined => {
    stopped ??= lastRules(desk.db());
    return stopped.find(({ rule }) => rule.id === ruleId)?.rule;
  };
  return shown.map(({ id, finding, state, firstSeen }) => {
    const rule =
      rules.get(`${finding.ruleId}@${finding.ruleVersion}`) ??
      ruleAmong(stored, finding.ruleId) ??
      stoppedRule(finding.ruleId);
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
      cases: finding.caseIds.map((id) => ({
        id,
        caseNo: caseOf.get(id)?.caseNo ?? id,
        amount: caseOf.get(id)?.amount ?? null,
      })),
      amount: finding.amount,
      day: finding.day,
      from: finding.from,
      until: finding.until,
      firstSeen,
      sentence: finding.sentence,
      evidence: finding.evidence.length,
      verdict: verdicts.get(id)?.verdict ?? null,
      triage: triaged.get(id) ?? unlisted,
    };
  });
}

/** Of one that is not among those triaged. */
const unlisted: ConflictRow["triage"] = {
  score: 0,
  money: 0,
  severity: 0,
  novelty: 0,
  is: "repeat",
  alike: 0,
};

/** As `shared/rules/triage.ts` says: what waits for a person first, then by score. */
export function inTriageOrder(rows: readonly ConflictRow[]): ConflictRow[] {
  const scores = new Map(rows.map((row) => [row.id, row.triage]));
  const leads = new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        personIds: row.people.map(({ id }) => id),
        departmentId: row.department?.id ?? null,
        isSettled: row.verdict !== null,
      },
    ]),
  );
  const compare = byTriage(scores);
  return rows.toSorted((a, b) => {
    const [one, other] = [leads.get(a.id), leads.get(b.id)];
    return one && other ? compare(one, other) : 0;
  });
}
