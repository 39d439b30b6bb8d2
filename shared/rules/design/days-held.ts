// Sets of days as sorted, disjoint half-open periods: united, and one without the other.
import { type Day, intersection, type Period } from "../../domain/day.ts";
import { compareText } from "../gather.ts";

/** Later than every day that a workbook knows: an open end, so that ends compare. */
const never: Day = "9999-99-99";
const endOf = ({ until }: Period): Day => until ?? never;
const period = (from: Day, end: Day): Period => ({ from, until: end === never ? null : end });

/** Periods that touch become one; empty ones go. */
export function united(periods: readonly Period[]): Period[] {
  const sorted = periods.filter((one) => one.from < endOf(one)).sort((a, b) => compareText(a.from, b.from));
  const whole: Period[] = [];
  for (const one of sorted) {
    const last = whole.at(-1);
    if (!last || endOf(last) < one.from) whole.push({ ...one });
    else if (endOf(one) > endOf(last)) last.until = one.until;
  }
  return whole;
}

/** The days of one set that are not in the other; both united. */
export function without(days: readonly Period[], taken: readonly Period[]): Period[] {
  let left = [...days];
  for (const hole of taken)
    left = left.flatMap((one) => {
      if (!intersection(one, hole)) return [one];
      return [
        ...(one.from < hole.from ? [period(one.from, hole.from)] : []),
        ...(endOf(hole) < endOf(one) ? [period(endOf(hole), endOf(one))] : []),
      ];
    });
  return left;
}

/** Those from a day on. */
export const fromOn = (periods: readonly Period[], day: Day): Period[] =>
  periods.flatMap((one) => intersection(one, { from: day, until: null }) ?? []);
