// The cases of a generated world: much alike or not at all, in one month, about a year's end or over years.
import { type Case, procurementMethods } from "../../shared/domain/approval.ts";
import { addDays, addMonths, type Day } from "../../shared/domain/day.ts";
import type { World } from "../../shared/domain/world.ts";
import { departmentIds, supplierIds } from "./organisation.ts";
import { actDays, amounts, windowDay } from "./pool.ts";
import * as row from "./rows.ts";
import { chance, pick, pickOrNull, type Source, several } from "./source.ts";

/** By how many days each case lies beside the window; most worlds stay in it. */
function movesOf(source: Source): (index: number) => number {
  const style = source.int(1, 20);
  if (style <= 9) return () => 0;
  if (style <= 14) {
    // The window spans the turn of the year, here or there.
    const all = -source.int(52, 85);
    return () => all;
  }
  // Each case in some month of the last years: windows of 12 and 24 months end on its day or beside it.
  const months = [0, 0, -28, -59, -181, -364, -365, -366, -729, -730, -731];
  return () => pick(source, months);
}

/** Some cases open whole months before another one, or a day beside: where windows and years of rules begin. */
function openMonthsApart(source: Source, made: readonly Case[]): void {
  if (chance(source, 60)) return;
  for (const [index, item] of made.entries()) {
    const day = made[index - 1]?.openedOn;
    if (!day || chance(source, 50)) continue;
    const apart = addMonths(day, -pick(source, [1, 6, 12, 24]));
    item.openedOn = addDays(apart, pick(source, [0, 0, -1, 1]));
  }
}

/** In half of the worlds the cases are much alike, so that several of them make a group. `moves`: days, by case id. */
export function cases(source: Source, world: World): { cases: Case[]; moves: ReadonlyMap<string, number> } {
  const personIds = world.people.map((person) => person.id);
  const isAlike = chance(source, 50);
  const usually = isAlike ? 94 : 80;
  const among = <T>(items: readonly T[]): readonly T[] => (isAlike ? items.slice(0, 1) : items);
  const alike = pick(source, [
    [500, 500, 501],
    [0, 500, 500, 1000],
    [899, 900, 901, 950, 999, 1000, 1000],
  ]);
  const figures = isAlike ? alike : amounts;
  const methods = pick(source, [
    ["other", "inquiry"],
    ["other", "inquiry"],
    ["single_source"],
    procurementMethods,
    ["single_source", "single_source", "single_source", "other"],
  ] as const);
  const suppliers = chance(source, 50) ? among(supplierIds) : supplierIds;
  const moveOf = movesOf(source);
  const moves = new Map<string, number>();
  const moved = (day: Day | null, days: number): Day | null => (day === null ? null : addDays(day, days));
  const isNumbered = chance(source, 75);
  const made = several(source, isAlike ? 5 : 1, 8, (index) => {
    const days = moveOf(index);
    moves.set(`c${index}`, days);
    return row.caseOf(`c${index}`, pick(source, world.matters).id, {
      // Not in the order of the ids, and not as numbers would be ordered; sometimes the id alone orders them.
      caseNo: isNumbered ? `n${(index * 7) % 11}` : "n",
      departmentId: pickOrNull(source, among(departmentIds), usually),
      requesterId: pickOrNull(source, among(personIds.slice(0, 2)), usually),
      amount: pickOrNull(source, figures, usually),
      category: pickOrNull(source, among(["A", "B"]), usually),
      budgetProject: pickOrNull(source, ["P"], usually),
      supplierId: pickOrNull(source, suppliers, usually),
      method: pickOrNull(source, methods, 70),
      isChangeApproved: chance(source, 8),
      openedOn: moved(
        pickOrNull(source, [windowDay(source, 0, isAlike ? 15 : actDays), windowDay(source, -60, 0)], 75),
        days,
      ),
      closedOn: moved(pickOrNull(source, [windowDay(source, 5, actDays + 10)], 25), days),
    });
  });
  openMonthsApart(source, made);
  return { cases: made, moves };
}
