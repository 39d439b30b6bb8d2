// Dated cases, their order and tiers, as docs/rules/kinds.md defines them.
import type { Case } from "../../shared/domain/approval.ts";
import { contains, type Day } from "../../shared/domain/day.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import { evidenceOf, type Found, foundOf } from "./found.ts";
import {
  actsOf,
  byText,
  casesInScope,
  distinct,
  type Ground,
  isKnown,
  isPositiveAct,
  stepsOf,
} from "./ground.ts";

export interface Dated {
  item: Case;
  day: Day;
  year: number;
}

export const isAuthorising = (ground: Ground, duty: string): boolean =>
  ground.duties.get(duty)?.type === "authorise";

/** Every dated case in scope, in order. */
export function datedCases(ground: Ground, rule: Rule): Dated[] {
  const dated = casesInScope(ground, rule).flatMap((item): Dated[] => {
    const acts = actsOf(ground, rule, item);
    const authorising = acts.find((act) => isPositiveAct(act) && isAuthorising(ground, act.step.duty));
    const day = authorising?.day ?? item.openedOn;
    if (day === null || day > ground.today || acts.at(-1)?.action === "reject") return [];
    return [{ item, day, year: Number(day.slice(0, 4)) }];
  });
  return dated.sort(
    (a, b) => byText(a.day, b.day) || byText(a.item.caseNo, b.item.caseNo) || byText(a.item.id, b.item.id),
  );
}

/** Fen; null: there is none. */
export function tierOf(ground: Ground, { item, day }: Dated): number | null {
  const { amount } = item;
  if (amount === null) return null;
  const steps = stepsOf(ground, item.matterId).filter((step) => isAuthorising(ground, step.duty));
  const bounds = ground.world.authorities
    .filter((row) => steps.some((step) => step.id === row.stepId) && contains(row, day))
    .map((row) => row.upTo)
    .filter(isKnown)
    .filter((upTo) => upTo >= amount);
  return bounds.length === 0 ? null : Math.min(...bounds);
}

export const amountOfCase = ({ item }: Dated): number => item.amount ?? 0;
export const sumOf = (cases: readonly Dated[]): number =>
  cases.reduce((sum, dated) => sum + amountOfCase(dated), 0);
export const groupsOf = (cases: readonly Dated[], keyOf: (dated: Dated) => string): [string, Dated[]][] =>
  distinct(cases.map(keyOf)).map((key) => [key, cases.filter((dated) => keyOf(dated) === key)]);

/** A finding whose evidence is cases; its people are those who asked for them. */
export function casesFinding(
  ground: Ground,
  rule: Rule,
  cases: readonly Dated[],
  given: { groupKey: string; subject: string; anchor: string; day: Day },
): Found {
  const ids = cases.map(({ item }) => item.id);
  return foundOf(ground, rule, {
    ...given,
    personIds: cases.map(({ item }) => item.requesterId).filter(isKnown),
    caseIds: ids,
    acts: [],
    evidence: evidenceOf("case", ids),
  });
}
