// The small pools that generated worlds draw from, so that days, amounts and duties meet and nearly miss.
import { addDays, type Day, type Period } from "../../shared/domain/day.ts";
import { builtInDuties, type Duty } from "../../shared/domain/duty.ts";
import { duty } from "./rows.ts";
import { chance, pick, type Source } from "./source.ts";

/** Acts fall within this many days from here; it spans a month's end, a summer-time change and nothing round. */
export const firstDay: Day = "2026-02-20";
export const actDays = 40;
/** Day 0 of the window is `firstDay`. */
export const windowDay = (source: Source, from = 0, until = actDays): Day =>
  addDays(firstDay, source.int(from, until));

/** Days on which long things begin and end: month ends, leap days, a year boundary, the window's surroundings. */
const longDays: readonly Day[] = [
  "2021-03-01",
  "2023-02-28",
  "2023-12-31",
  "2024-02-29",
  "2024-03-31",
  "2024-08-31",
  "2025-01-01",
  "2025-02-28",
  "2025-08-31",
  "2025-12-31",
  "2026-01-31",
  "2026-02-28",
];
export const longDay = (source: Source): Day =>
  chance(source, 70) ? pick(source, longDays) : windowDay(source, -10, actDays + 10);

/** A non-empty period; mostly long enough to hold the window, often ending or beginning within it. */
export function period(source: Source): Period {
  const style = source.int(1, 10);
  if (style <= 4) return { from: longDay(source), until: null };
  if (style <= 7) {
    const from = windowDay(source, -10, actDays);
    return { from, until: chance(source, 50) ? addDays(from, source.int(1, 30)) : null };
  }
  const from = pick(source, longDays);
  const until = chance(source, 50) ? windowDay(source) : longDay(source);
  return { from, until: until > from ? until : addDays(from, source.int(1, 400)) };
}

/** Wall clocks of acts: midnight is no time of day, and a millisecond after it is one; the rules' working hours begin and end here. */
export const clocks: readonly string[] = [
  "00:00",
  "00:00:00.001",
  "07:59:59.999",
  "08:00",
  "12:00",
  "12:00",
  "16:00",
  "17:59",
  "18:00",
  "23:59:59.999",
];
/** Milliseconds between acts in a hurry: a few seconds or minutes, exactly, and one less or more. */
export const hurry: readonly number[] = [
  0, 1, 999, 1000, 1001, 29_999, 30_000, 30_001, 59_999, 60_000, 60_001, 119_999, 120_000, 120_001, 300_000,
];

/** In fen; around the round thousand that rules and ranges use. */
export const amounts: readonly number[] = [0, 100, 400, 500, 501, 899, 900, 901, 950, 999, 1000, 1001, 2000];
export const limits: readonly number[] = [500, 900, 1000, 1500, 2000];

const catalogue = [
  "pay_apply",
  "pay_approve",
  "pay_execute",
  "cashier",
  "cash_custody",
  "record",
  "ledger_rev_exp",
  "accept",
  "proc_handle",
  "doc_make",
  "bank_recon",
  "seal_finance",
  "proc_decide",
];
/** Specific duties that imply others, two that imply each other, and one that no catalogue knows. */
export const worldDuties: readonly Duty[] = [
  ...builtInDuties.filter((known) =>
    [...catalogue, "apply", "approve", "handle", "ebank_make", "custody_property"].includes(known.code),
  ),
  duty("all_hands", "execute", ["record", "pay_apply"]),
  duty("twin_a", "verify", ["twin_b"]),
  duty("twin_b", "authorise", ["twin_a", "accept"]),
];
/** Most often one that authorises: it dates a case and carries the tiers. */
export const stepDuties: readonly string[] = [
  ...catalogue,
  "pay_approve",
  "pay_approve",
  "all_hands",
  "twin_a",
  "twin_b",
  "unheard_of",
];
/** What rules ask about: the above and the general duties that they imply. */
export const askedDuties: readonly string[] = [
  ...stepDuties,
  "apply",
  "approve",
  "handle",
  "custody_property",
];
