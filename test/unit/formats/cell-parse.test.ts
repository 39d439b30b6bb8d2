// Cells as offices write them, type by type; and that printing is undone by parsing.
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, instantOf } from "../../../shared/domain/day.ts";
import type { SheetColumn } from "../../../shared/domain/sheet-column.ts";
import { levelChoices, sheets } from "../../../shared/domain/sheets.ts";
import { type CellContext, parseCell, type RawValue } from "../../../shared/formats/cell-parse.ts";
import { printCell } from "../../../shared/formats/cell-print.ts";

const zone = "Asia/Shanghai";
const context: CellContext = { timeZone: zone, unit: "yuan" };
const column = (type: SheetColumn["type"], more: Partial<SheetColumn> = {}): SheetColumn => ({
  key: "k",
  name: { zh: "列", en: "Column" },
  also: [],
  type,
  isRequired: false,
  fallback: null,
  ...more,
});
const levels = column("choice", { choices: levelChoices });
const value = (text: string, given: SheetColumn, extra: Partial<CellContext> = {}): RawValue | undefined => {
  const result = parseCell({ text }, given, { ...context, ...extra });
  return result.ok ? result.value : undefined;
};

test.each([
  ["2024-03-05"],
  ["2024.3.5"],
  ["2024/3/5"],
  ["2024年3月5日"],
  ["２０２４年３月５日"],
  ["20240305"],
  ["2024-03-05 00:00:00"],
  ["2024年3月5日 星期二"],
  ["45356"],
])("the day %s", (text) => {
  expect(value(text, column("day"))).toBe("2024-03-05");
});
test.each(["2024-02-30", "2024-13-01", "3/5/2024", "24-3-5", "昨天", "12", "2024-03-05T00:00:00+08:00"])(
  "no day: %s",
  (text) => {
    const result = parseCell({ text }, column("day"), context);
    expect(result.ok).toBe(false);
    expect(!result.ok && result.reason.zh).toContain("请写成");
  },
);
test("a styled date, a bare serial, a month", () => {
  expect(parseCell({ text: "2024-03-05", date: "2024-03-05" }, column("day"), context)).toEqual({
    ok: true,
    value: "2024-03-05",
  });
  expect(parseCell({ text: "45356", number: 45356 }, column("day"), context)).toMatchObject({
    value: "2024-03-05",
    corrected: { zh: "读作“2024-03-05”" },
  });
  expect(value("2024.3", column("day"))).toBe("2024-03-01");
  expect(value("2024年2月", column("last-day"))).toBe("2024-03-01");
  expect(parseCell({ text: "2024.1", number: 2024.1 }, column("day"), context).ok).toBe(false);
});
test("a last day becomes the half-open end; open-ended words leave it open", () => {
  expect(value("2024-12-31", column("last-day"))).toBe("2025-01-01");
  for (const text of ["长期", "至今", "", "—", "9999-12-31"])
    expect(value(text, column("last-day"))).toBeNull();
});
test.each([
  ["12.4万", 12_400_000],
  ["1,234.50", 123_450],
  ["３６.８ 万元", 36_800_000],
  ["¥1,000", 100_000],
  ["0", 0],
])("the amount %s", (text, fen) => {
  expect(value(text, column("money"))).toBe(fen);
});
test("an amount in 万元 by its header; too fine, negative and wordy amounts are refused", () => {
  expect(value("36.8", column("money"), { unit: "wan" })).toBe(36_800_000);
  for (const text of ["1.234", "-5", "约五万", "1e5"])
    expect(parseCell({ text }, column("money"), context).ok).toBe(false);
});
test("flags", () => {
  for (const text of ["是", "√", "Y", "1", "TRUE", " yes "]) expect(value(text, column("flag"))).toBe(true);
  for (const text of ["否", "×", "n", "0", "无"]) expect(value(text, column("flag"))).toBe(false);
  expect(value("", column("flag", { fallback: true }))).toBe(true);
  expect(value("也许", column("flag"))).toBeUndefined();
});
test("choices by any of their words; the reason lists them", () => {
  for (const text of ["科长", "L2", "section", "Section head", "科室负责人"])
    expect(value(text, levels)).toBe("section");
  const result = parseCell({ text: "老大" }, levels, context);
  expect(!result.ok && result.reason.zh).toContain("经办、科长");
});
test("codes keep zeros, lose width, and are refused where the file has spoilt them", () => {
  expect(value("００1", column("code"))).toBe("001");
  expect(value("7", column("code"))).toBe("7");
  expect(parseCell({ text: "1234567890123456", number: 1234567890123456 }, column("code"), context).ok).toBe(
    false,
  );
  expect(parseCell({ text: "2024-03-01", date: "2024-03-01" }, column("code"), context).ok).toBe(false);
  expect(value("A、B,C;D/ B", column("codes"))).toEqual(["A", "B", "C", "D"]);
});
test("names spread for print are closed up, and that is told", () => {
  expect(parseCell({ text: "张 三" }, column("text"), context)).toMatchObject({
    value: "张三",
    corrected: { zh: "读作“张三”" },
  });
  expect(value("欧阳　修", column("reference"))).toBe("欧阳修");
  expect(value("财务 审计 工作 小组", column("text"))).toBe("财务 审计 工作 小组");
});
test("integers", () => {
  expect(value("３", column("integer"))).toBe(3);
  expect(value("36个月", column("integer"))).toBe(36);
  for (const text of ["3.5", "-1", "3年", "三"]) expect(value(text, column("integer"))).toBeUndefined();
});
test("instants: offset, wall clock of the workbook, day alone is midnight", () => {
  const at = instantOf("2024-03-05", "14:05", zone);
  for (const text of [
    "2024-03-05 14:05",
    "2024/3/5 14:05:00",
    "2024年3月5日14时5分",
    "2024-03-05T06:05:00Z",
    "20240305140500",
  ])
    expect(value(text, column("instant"))).toBe(at);
  expect(value("2024-03-05", column("instant"))).toBe(instantOf("2024-03-05", "00:00", zone));
  expect(value("45356.5868055556", column("instant"))).toBe(at);
  expect(value("2024-03-05 25:00", column("instant"))).toBeUndefined();
});
test("a required empty cell and a failed formula have reasons", () => {
  expect(parseCell({ text: "无" }, column("text", { isRequired: true }), context)).toMatchObject({
    isEmpty: true,
  });
  expect(parseCell({ text: "#REF!" }, column("text"), context).ok).toBe(false);
});

const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays("1950-01-01", days));
const word = fc
  .stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,11}$/)
  .filter((text) => !["n/a", "null"].includes(text.toLowerCase()));
const arbitraries: Record<SheetColumn["type"], (given: SheetColumn) => fc.Arbitrary<RawValue>> = {
  text: () => fc.oneof(word, fc.constantFrom("张三", "财务科(本级)", "第 1 组")),
  code: () => word,
  reference: () => word,
  integer: () => fc.nat(),
  flag: () => fc.boolean(),
  day: () => day,
  "last-day": () => fc.option(day),
  money: () => fc.option(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })),
  instant: () => fc.integer({ min: 0, max: 4_000_000_000_000 }),
  choice: (given) => fc.constantFrom(...(given.choices ?? []).map((one) => one.value)),
  codes: () => fc.uniqueArray(word, { maxLength: 5 }),
};
const columns = sheets.flatMap((sheet) => sheet.columns.map((one) => ({ sheet: sheet.kind, one })));
test.each(["Asia/Shanghai", "America/New_York", "UTC"])(
  "parse undoes print for every column, %s",
  (timeZone) => {
    const cases = fc
      .constantFrom(...columns)
      .chain(({ one }) => arbitraries[one.type](one).map((given) => ({ one, given })));
    fc.assert(
      fc.property(cases, fc.constantFrom("zh" as const, "en" as const), ({ one, given }, language) => {
        if (given === null && (one.isRequired || (one.fallback ?? null) !== null)) return;
        const printed = printCell(given, one, timeZone, language);
        expect(parseCell({ text: printed }, one, { timeZone, unit: "yuan" })).toEqual({
          ok: true,
          value: given,
        });
      }),
      { numRuns: 500 },
    );
  },
);
