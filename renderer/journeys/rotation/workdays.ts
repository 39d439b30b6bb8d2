// The workbook's working days and a plan's change days, as the window needs them to follow a hand.
import { useMemo } from "react";
import { addDays, addMonths, type Day } from "../../../shared/domain/day.ts";
import { workdayReader } from "../../../shared/domain/workdays.ts";
import { useAsk } from "../../data/ask.ts";
import type { Plan } from "../../data/types.ts";

const calendarSheet = { kind: "calendar", day: null } as const;

export function useIsWorkday(): (day: Day) => boolean {
  const sheet = useAsk("sheets.list", calendarSheet).value;
  return useMemo(
    () =>
      workdayReader(
        (sheet?.rows ?? []).flatMap(({ values }) =>
          typeof values.day === "string"
            ? [{ id: values.day, day: values.day, isWorkday: values.isWorkday === true, name: null }]
            : [],
        ),
      ),
    [sheet],
  );
}

/** A plan of an earlier version does not name its change days: then they are worked out. */
export function changeDaysOf(
  plan: Pick<Plan, "changeDays" | "from" | "until" | "wishes">,
  isWorkday: (day: Day) => boolean,
): readonly Day[] {
  if (plan.changeDays.length > 0) return plan.changeDays;
  const days: Day[] = [];
  for (
    let month = addMonths(`${plan.from.slice(0, 7)}-01`, 1);
    month <= plan.until;
    month = addMonths(month, 1)
  ) {
    if (plan.wishes.blackOutMonths.includes(Number(month.slice(5, 7)))) continue;
    let day = month;
    while (!isWorkday(day) && day.startsWith(month.slice(0, 7))) day = addDays(day, 1);
    if (day.startsWith(month.slice(0, 7))) days.push(day);
  }
  return days;
}
