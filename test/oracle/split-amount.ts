// Oracle of split-amount: cases below a threshold that together exceed it.
import type { Case } from "../../shared/domain/approval.ts";
import { type Day, daysBetween } from "../../shared/domain/day.ts";
import type { RuleOf } from "../../shared/domain/rule.ts";
import { evidenceOf, type Found, foundOf, type Outcome } from "./found.ts";
import {
  byText,
  casesInScope,
  decidingActs,
  distinct,
  type Ground,
  isKnown,
  isPositiveAct,
} from "./ground.ts";

type Split = RuleOf<"split-amount">;
type Statutory = Extract<Split["parameters"], { test: "statutory" }>;
type Behavioural = Extract<Split["parameters"], { test: "behavioural" }>;
interface Dated {
  item: Case;
  day: Day;
  amount: number;
}

const sumOf = (cases: readonly Dated[]): number => cases.reduce((sum, { amount }) => sum + amount, 0);

/** The cases that count, each with its day, in order. */
function countingCases(ground: Ground, rule: Split): Dated[] {
  const counting = casesInScope(ground, rule).flatMap((item): Dated[] => {
    const acts = decidingActs(ground, rule).filter((act) => act.caseId === item.id);
    const authorising = acts.find(
      (act) => isPositiveAct(act) && ground.duties.get(act.step.duty)?.type === "authorise",
    );
    const day = authorising?.day ?? item.openedOn;
    const isRejected = acts.at(-1)?.action === "reject";
    const isTender = item.method === "open_tender" || item.method === "invited_tender";
    if (day === null || day > ground.today || isRejected || isTender || item.isChangeApproved) return [];
    if (item.amount === null || item.amount <= 0) return [];
    return [{ item, day, amount: item.amount }];
  });
  return counting.sort(
    (a, b) => byText(a.day, b.day) || byText(a.item.caseNo, b.item.caseNo) || byText(a.item.id, b.item.id),
  );
}

const groupsOf = (cases: readonly Dated[], keyOf: (dated: Dated) => string): [string, Dated[]][] =>
  distinct(cases.map(keyOf)).map((key) => [key, cases.filter((dated) => keyOf(dated) === key)]);

/** The case with which, in order, there are enough of them and their sum is over the limit. */
const completingCase = (cases: readonly Dated[], minCases: number, limit: number): Dated | undefined =>
  cases.find((_, index) => index + 1 >= minCases && sumOf(cases.slice(0, index + 1)) > limit);

interface Named {
  groupKey: string;
  subject: string;
  anchor: string;
  departmentId: string | null;
}
function splitFinding(ground: Ground, rule: Split, cases: readonly Dated[], day: Day, named: Named): Found {
  const ids = cases.map(({ item }) => item.id);
  return {
    ...foundOf(ground, rule, {
      ...named,
      day,
      personIds: cases.map(({ item }) => item.requesterId).filter(isKnown),
      caseIds: ids,
      acts: [],
      evidence: evidenceOf("case", ids),
    }),
    departmentId: named.departmentId,
    amount: sumOf(cases),
  };
}

function statutory(ground: Ground, rule: Split, { threshold, minCases }: Statutory): Outcome | null {
  const isJudgeable = casesInScope(ground, rule).some((item) =>
    [item.departmentId, item.budgetProject, item.category, item.amount].every(isKnown),
  );
  if (!isJudgeable) return null;
  const grouped = countingCases(ground, rule).filter(({ item }) =>
    [item.departmentId, item.budgetProject, item.category].every(isKnown),
  );
  const keyOf = ({ item, day }: Dated): string =>
    JSON.stringify([item.departmentId, Number(day.slice(0, 4)), item.budgetProject, item.category]);
  const findings = groupsOf(grouped, keyOf).flatMap(([key, cases]) => {
    const completing = completingCase(cases, minCases, threshold);
    if (!completing) return [];
    const { departmentId } = cases[0]!.item;
    const named = { groupKey: key, subject: key, anchor: "", departmentId };
    return [splitFinding(ground, rule, cases, completing.day, named)];
  });
  return { findings, notYetJudged: 0 };
}

function behavioural(ground: Ground, rule: Split, parameters: Behavioural): Outcome | null {
  const { by, ceiling, nearPermille, windowDays, minCases } = parameters;
  const sideOf = (item: Case): string | null => (by === "requester" ? item.requesterId : item.supplierId);
  if (!casesInScope(ground, rule).some((item) => isKnown(sideOf(item)) && isKnown(item.amount))) return null;

  const near = countingCases(ground, rule).filter(
    ({ item, amount }) =>
      isKnown(sideOf(item)) && amount * 1000 > ceiling * nearPermille && amount <= ceiling,
  );
  const findings: Found[] = [];
  const keyOf = ({ item }: Dated): string => JSON.stringify([sideOf(item), item.category]);
  for (const [key, cases] of groupsOf(near, keyOf)) {
    let unused = cases;
    while (unused.length > 0) {
      const first = unused[0]!;
      const cluster = unused.filter(({ day }) => daysBetween(first.day, day) <= windowDays);
      const completing = completingCase(cluster, minCases, ceiling);
      const used = completing ? cluster : [first];
      if (completing)
        findings.push(
          splitFinding(ground, rule, cluster, completing.day, {
            groupKey: key,
            subject: sideOf(first.item)!,
            anchor: first.item.id,
            departmentId: first.item.departmentId,
          }),
        );
      unused = unused.filter((dated) => !used.includes(dated));
    }
  }
  return { findings, notYetJudged: 0 };
}

export function splitAmount(ground: Ground, rule: Split): Outcome | null {
  const { parameters } = rule;
  return parameters.test === "statutory"
    ? statutory(ground, rule, parameters)
    : behavioural(ground, rule, parameters);
}
