// Months of day numbers, each looked up once.
import { dayOfNumber } from "../../domain/day.ts";

/** Months since 1970-01. */
export function monthReader(): (day: number) => number {
  const months = new Map<number, number>();
  return (day) => {
    let month = months.get(day);
    if (month === undefined) {
      const text = dayOfNumber(day);
      month = (Number(text.slice(0, 4)) - 1970) * 12 + Number(text.slice(5, 7)) - 1;
      months.set(day, month);
    }
    return month;
  };
}
