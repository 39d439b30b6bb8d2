// Oracle of the two checks of tempo that look at cases: the rush at the year's end, crowding below a ceiling.
import { daysBetween } from "../../shared/domain/day.ts";
import type { RuleOf } from "../../shared/domain/rule.ts";
import { amountOfCase, casesFinding, datedCases, groupsOf, isAuthorising, sumOf, tierOf } from "./dated.ts";
import type { Found } from "./found.ts";
import { casesInScope, type Ground, isKnown, stepsInScope } from "./ground.ts";

type Tempo = RuleOf<"tempo">;
type Check<C extends Tempo["parameters"]["check"]> = Extract<Tempo["parameters"], { check: C }>;

export function yearEnd(ground: Ground, rule: Tempo, parameters: Check<"year-end">): Found[] | null {
  const { days, sharePermille, minCases } = parameters;
  if (!casesInScope(ground, rule).some((item) => isKnown(item.departmentId) && isKnown(item.amount)))
    return null;
  const cases = datedCases(ground, rule).filter(
    (dated) => isKnown(dated.item.departmentId) && amountOfCase(dated) > 0,
  );
  return groupsOf(cases, ({ item, year }) => JSON.stringify([item.departmentId, year])).flatMap(
    ([key, group]) => {
      const { year, item } = group[0]!;
      const nextYear = `${year + 1}-01-01`;
      const late = group.filter(({ day }) => daysBetween(day, nextYear) <= days);
      const isRush = late.length >= minCases && sumOf(late) * 1000 > sumOf(group) * sharePermille;
      if (ground.today < nextYear || !isRush) return [];
      const given = { groupKey: key, subject: key, anchor: String(year), day: late.at(-1)!.day };
      return [{ ...casesFinding(ground, rule, late, given), departmentId: item.departmentId }];
    },
  );
}

export function crowding(ground: Ground, rule: Tempo, parameters: Check<"crowding">): Found[] | null {
  const { ceiling, nearPermille, belowPermille, times, minCases } = parameters;
  const authorising = stepsInScope(ground, rule).filter((step) => isAuthorising(ground, step.duty));
  const isTiered = ground.world.authorities.some(
    (row) => row.upTo !== null && authorising.some((step) => step.id === row.stepId),
  );
  if (!casesInScope(ground, rule).some((item) => isKnown(item.amount))) return null;
  if (ceiling === null && !isTiered) return null;

  const ceilingOf = (dated: Parameters<typeof tierOf>[1]): number | null => ceiling ?? tierOf(ground, dated);
  const cases = datedCases(ground, rule).filter(
    (dated) => amountOfCase(dated) > 0 && ceilingOf(dated) !== null,
  );
  const keyOf = (dated: (typeof cases)[number]): string =>
    JSON.stringify([dated.item.matterId, dated.year, ceilingOf(dated)]);
  return groupsOf(cases, keyOf).flatMap(([key, group]) => {
    const most = ceilingOf(group[0]!)!;
    const isNear = (amount: number): boolean => amount * 1000 > most * nearPermille && amount <= most;
    const isBelow = (amount: number): boolean =>
      amount * 1000 > most * belowPermille && amount * 1000 <= most * nearPermille;
    const near = group.filter((dated) => isNear(amountOfCase(dated)));
    const below = group.filter((dated) => isBelow(amountOfCase(dated)));
    if (near.length + below.length < minCases || near.length <= times * below.length) return [];
    const given = {
      groupKey: key,
      subject: key,
      anchor: String(group[0]!.year),
      day: near.at(-1)!.day,
    };
    return [casesFinding(ground, rule, near, given)];
  });
}
