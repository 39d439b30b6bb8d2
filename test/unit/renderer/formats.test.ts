// How the window writes numbers, money, ranges and nearness, in both languages.
import { describe, expect, it } from "vitest";
import { makeFormats } from "../../../renderer/parts/formats.ts";
import { en } from "../../../shared/words/en.ts";
import { zh } from "../../../shared/words/zh.ts";

const chinese = makeFormats(zh, "Asia/Shanghai");
const english = makeFormats(en, "Asia/Shanghai");

describe("formats", () => {
  it("separates thousands", () => {
    expect(chinese.count(30214)).toBe("30,214");
    expect(chinese.count(-1000)).toBe("-1,000");
    expect(chinese.count(7)).toBe("7");
  });
  it("writes money exactly in either unit", () => {
    expect(chinese.moneyWithUnit(1_286_400_000, "wan")).toBe("1,286.40 万元");
    expect(chinese.moneyWithUnit(1_286_400_000, "yuan")).toBe("12,864,000.00 元");
    expect(chinese.money(1_234_567, "wan")).toBe("1.234567");
    expect(chinese.money(null, "wan")).toBe("—");
  });
  it("writes an English amount in full: nobody counts in ten thousands there", () => {
    expect(english.moneyWithUnit(1_286_400_000, "wan")).toBe("CNY 12,864,000");
    expect(english.moneyWithUnit(1_234_567, "wan")).toBe("CNY 12,345.67");
    expect(english.moneyWithUnit(5, "wan")).toBe("CNY 0.05");
    expect(english.moneyWithUnit(0, "wan")).toBe("CNY 0");
    expect(en.common.inWan("≤10")).toBe("CNY ≤100,000");
    expect(en.common.inWan("0.5–1,000")).toBe("CNY 5,000–10,000,000");
  });
  it("writes amount ranges as the matrix shows them", () => {
    expect(chinese.range({ over: null, upTo: 50_000_000 }, "wan")).toBe("≤50");
    expect(chinese.range({ over: 30_000_000, upTo: null }, "wan")).toBe(">30");
    expect(chinese.range({ over: 5_000_000, upTo: 12_500_000 }, "wan")).toBe("5–12.5");
    expect(chinese.range({ over: null, upTo: null }, "wan")).toBe("不限");
    expect(english.range({ over: null, upTo: null }, "wan")).toBe("No limit");
  });
  it("keeps the zeros of round amounts", () => {
    expect(chinese.range({ over: null, upTo: 400_000_000 }, "wan")).toBe("≤400");
    expect(chinese.range({ over: null, upTo: 100_000_000_00 }, "wan")).toBe("≤10,000");
  });
  it("shows the inclusive last day of a half-open period", () => {
    expect(chinese.period({ from: "2025-03-01", until: "2027-01-01" })).toBe("2025-03-01 至 2026-12-31");
    expect(english.period({ from: "2025-03-01", until: null })).toBe("from 2025-03-01");
  });
  it("writes instants in the workbook's zone, wherever the window runs", () => {
    const at = Date.parse("2026-03-05T16:30:00Z");
    expect(chinese.instant(at)).toBe("2026-03-06 00:30:00");
    expect(chinese.dayOf(at)).toBe("2026-03-06");
  });
  it("says how near a day is", () => {
    expect(chinese.nearness("2026-03-05", "2026-03-05")).toBe("今日");
    expect(chinese.nearness("2026-03-06", "2026-03-05")).toBe("明日");
    expect(chinese.nearness("2026-03-02", "2026-03-05")).toBe("逾期 3 天");
    expect(chinese.nearness("2026-04-01", "2026-03-05")).toBeNull();
    expect(english.nearness("2026-03-04", "2026-03-05")).toBe("1 day overdue");
  });
});
