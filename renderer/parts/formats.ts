// How numbers, money, days and instants are written in the window; exact, in the chosen language and zone.
import {
  clockOf,
  type Day,
  dayOf,
  daysBetween,
  type Instant,
  lastDay,
  type Period,
  stampOf,
} from "../../shared/domain/day.ts";
import { type AmountRange, type Fen, formatMoney, type MoneyUnit } from "../../shared/domain/money.ts";
import type { Words } from "../../shared/words/zh.ts";

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

export interface Formats {
  /** 30214 → "30,214" */
  count(n: number): string;
  /** 0.318 → "31.8%" */
  share(part: number): string;
  /** 128640000 fen → "1,286,400.00" or "128.64"; exact, without its unit. */
  money(fen: Fen | null, unit: MoneyUnit): string;
  /** The same with its unit: "128.64 万元". */
  moneyWithUnit(fen: Fen | null, unit: MoneyUnit): string;
  /** A sum for a sentence: 万元 to two places, rounded; the exact figure stands in the table. */
  sum(fen: Fen, unit: MoneyUnit): string;
  /** The same without its unit. */
  figure(fen: Fen, unit: MoneyUnit): string;
  /** "≤50", ">30", "10–50" in 万元 (or 元), "不限" without bounds; trailing zeros dropped, exact. */
  range(range: AmountRange, unit: MoneyUnit): string;
  /** "2025-03-01 至 2026-12-31": the inclusive last day that people write. */
  period(period: Period): string;
  /** "2026-03-05 14:05:09" in the workbook's zone. */
  instant(at: Instant): string;
  /** "14:05" in the workbook's zone. */
  clock(at: Instant): string;
  dayOf(at: Instant): Day;
  /** "今日", "明日", "逾期 3 天" or null where the day itself says enough. */
  nearness(day: Day, today: Day): string | null;
  /** 3.4 s, 2 min: a short time in words, from milliseconds. */
  lapse(ms: number): string;
}

const short = (amount: string): string => amount.replace(/\.?0+$/, "");

/** @param zone IANA name of the workbook's time zone. */
export function makeFormats(words: Words, zone: string): Formats {
  const { common } = words;
  const money = (fen: Fen | null, unit: MoneyUnit): string => (fen === null ? "—" : formatMoney(fen, unit));
  // 10,000 fen are 0.01 万元.
  const figure = (fen: Fen, unit: MoneyUnit): string =>
    formatMoney(unit === "wan" ? Math.round(fen / 10_000) * 10_000 : fen, unit);
  const count = (n: number): string => (n < 0 ? "-" : "") + grouped(String(Math.abs(Math.trunc(n))));
  return {
    count,
    share: (part) => `${(Math.round(part * 1000) / 10).toFixed(1)}%`,
    money,
    moneyWithUnit: (fen, unit) =>
      fen === null ? "—" : unit === "wan" ? common.inWan(money(fen, unit)) : common.inYuan(money(fen, unit)),
    sum: (fen, unit) => (unit === "wan" ? common.inWan(figure(fen, unit)) : common.inYuan(figure(fen, unit))),
    figure,
    range: ({ over, upTo }, unit) => {
      if (over === null && upTo === null) return common.unlimited;
      if (over === null) return common.upTo(short(formatMoney(upTo as Fen, unit)));
      if (upTo === null) return common.over(short(formatMoney(over, unit)));
      return common.between(short(formatMoney(over, unit)), short(formatMoney(upTo, unit)));
    },
    period: (period) => common.period(period.from, lastDay(period)),
    instant: (at) => stampOf(at, zone),
    clock: (at) => clockOf(at, zone),
    dayOf: (at) => dayOf(at, zone),
    nearness: (day, today) => {
      const ahead = daysBetween(today, day);
      if (ahead === 0) return common.today;
      if (ahead === 1) return common.tomorrow;
      return ahead < 0 ? common.overdueBy(count(-ahead)) : null;
    },
    lapse: (ms) =>
      ms < 100_000
        ? common.seconds(ms < 9_950 ? (Math.round(ms / 100) / 10).toString() : String(Math.round(ms / 1000)))
        : common.minutes(String(Math.round(ms / 60_000))),
  };
}
