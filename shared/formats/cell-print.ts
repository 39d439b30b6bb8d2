// A value of a column → the words of a cell; what it prints, cell-parse reads back to the same value.
import { type Day, type Instant, instantOf, lastDay, stampOf } from "../domain/day.ts";
import { plainYuan } from "../domain/money.ts";
import type { SheetColumn } from "../domain/sheet-column.ts";
import type { Language } from "../words/language.ts";
import type { RawValue } from "./cell-parse.ts";

/** "2026-03-05 14:05:09[.123]" in the zone; with its offset where the wall clock alone would be ambiguous. */
export function printInstant(at: Instant, timeZone: string): string {
  const part = ((at % 1000) + 1000) % 1000;
  const tail = part === 0 ? "" : `.${String(part).padStart(3, "0")}`;
  const stamp = stampOf(at - part, timeZone);
  const [day = "", clock = ""] = stamp.split(" ");
  return instantOf(day, `${clock}${tail}`, timeZone) === at
    ? `${stamp}${tail}`
    : `${stampOf(at - part, "UTC").replace(" ", "T")}${tail}Z`;
}

const printDay = (value: RawValue, isLast: boolean): Day =>
  isLast ? (lastDay({ from: "1900-01-01", until: String(value) }) ?? "") : String(value);

/** Money in yuan, the inclusive last day, 是/否 or yes/no, choices by name; null is the empty cell. */
export function printCell(
  value: RawValue | undefined,
  column: SheetColumn,
  timeZone: string,
  language: Language = "zh",
): string {
  if (value === null || value === undefined) return "";
  switch (column.type) {
    case "money":
      return plainYuan(Number(value));
    case "flag":
      return language === "zh" ? (value ? "是" : "否") : value ? "yes" : "no";
    case "choice":
      return column.choices?.find((one) => one.value === value)?.name[language] ?? String(value);
    case "day":
    case "last-day":
      return printDay(value, column.type === "last-day");
    case "instant":
      return printInstant(Number(value), timeZone);
    case "codes":
      return Array.isArray(value) ? value.join("、") : String(value);
    default:
      return String(value);
  }
}
