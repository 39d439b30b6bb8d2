// Oracle of split-amount: cases below a threshold that together exceed it.
import type { Case } from "../../shared/domain/approval.ts";
import { type Day, daysBetween } from "../../shared/domain/day.ts";
import type { RuleOf } from "../../shared/domain/rule.ts";
import { amountOfCase, casesFinding, type Dated, datedCases, groupsOf, sumOf, tierOf } from "./dated.ts";
import type { Found, Outcome } from "./found.ts";
import { casesInScope, type Ground, isKnown } from "./ground.ts";

type Split = RuleOf<"split-amount">;
type Statutory = Extract<Split["parameters"], { test: "statutory" }>;
type Behavioural = Extract<Split["parameters"], { test: "behavioural" }>;

/** The cases that count, in order. */
const countingCases = (ground: Ground, rule: Split): Dated[] =>
  datedCases(ground, rule).filter(
    (dated) =>
      dated.item.method !== "open_tender" &&
      dated.item.method !== "invited_tender" &&
      !dated.item.isChangeApproved &&
      amountOfCase(dated) > 0,
  );

/** The case with which, in order, there are enough of them and their sum is over the limit. */
const completingCase = (cases: readonly Dated[], minCases: number, limit: number): Dated | undefined =>
  cases.find((_, index) => index + 1 >= minCases && sumOf(cases.slice(0, index + 1)) > limit);

interface Named {
  groupKey: string;
  subject: string;
  anchor: string;
  departmentId: string | null;
}
const splitFinding = (
  ground: Ground,
  rule: Split,
  cases: readonly Dated[],
  day: Day,
  { departmentId, ...named }: Named,
): Found => ({ ...casesFinding(ground, rule, cases, { ...named, day }), departmentId });

function statutory(ground: Ground, rule: Split, { threshold, minCases }: Statutory): Outcome | null {
  const isJudgeable = casesInScope(ground, rule).some((item) =>
    [item.departmentId, item.budgetProject, item.category, item.amount].every(isKnown),
  );
  if (!isJudgeable) return null;
  const grouped = countingCases(ground, rule).filter(({ item }) =>
    [item.departmentId, item.budgetProject, item.category].every(isKnown),
  );
  const keyOf = ({ item, year }: Dated): string =>
    JSON.stringify([item.departmentId, year, item.budgetProject, item.category]);
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

  const ceilingOf = (dated: Dated): number | null => ceiling ?? tierOf(ground, dated);
  const near = countingCases(ground, rule).filter((dated) => {
    const most = ceilingOf(dated);
    const amount = amountOfCase(dated);
    return (
      isKnown(sideOf(dated.item)) && most !== null && amount * 1000 > most * nearPermille && amount <= most
    );
  });
  const findings: Found[] = [];
  const keyOf = (dated: Dated): string =>
    JSON.stringify([
      sideOf(dated.item),
      dated.item.category,
      ...(ceiling === null ? [ceilingOf(dated)] : []),
    ]);
  for (const [key, cases] of groupsOf(near, keyOf)) {
    let unused = cases;
    while (unused.length > 0) {
      const first = unused[0]!;
      const cluster = unused.filter(({ day }) => daysBetween(first.day, day) <= windowDays);
      const completing = completingCase(cluster, minCases, ceilingOf(first)!);
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
