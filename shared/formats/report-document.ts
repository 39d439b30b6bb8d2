/*
 * A report as data: what it says, on which facts and rules it stands. Service builds it, printers lay it out.
 *
 *   reportGrids(document) → Grids for the xlsx writer, one a table
 *   reportCsv(document)   → pieces of text, byte order mark first
 *   reportJson(document)  → text
 */
import { stampOf } from "../domain/day.ts";
import { plainYuan } from "../domain/money.ts";
import type { ReportColumnType, ReportDocument, ReportValue } from "../domain/report.ts";

const words = {
  zh: {
    unit: "单位",
    generated: "生成时间",
    filters: "筛选",
    none: "无（全部）",
    rules: "规则版本",
    journal: "留痕链头",
    rows: "行数",
    money: "金额单位：元",
    colon: "：",
    listing: "；",
  },
  en: {
    unit: "Unit",
    generated: "Generated",
    filters: "Filters",
    none: "none (everything)",
    rules: "Rule versions",
    journal: "Journal head",
    rows: "Rows",
    money: "Amounts in yuan",
    colon: ": ",
    listing: "; ",
  },
} as const;

/** The lines above the table: unit, time, filters, rules, journal head, number of rows, unit of money. */
export function statementsOf(document: ReportDocument): string[] {
  const say = words[document.language];
  const line = (name: string, value: string) => `${name}${say.colon}${value}`;
  const list = (pairs: readonly string[]) => (pairs.length === 0 ? say.none : pairs.join(say.listing));
  return [
    line(say.unit, document.unitName),
    line(say.generated, `${stampOf(document.generatedAt, document.timeZone)} ${document.timeZone}`),
    line(say.filters, list(document.filters.map(({ name, value }) => `${name}=${value}`))),
    ...(document.rules.length > 0
      ? [line(say.rules, list(document.rules.map(({ name, version }) => `${name} ${version}`)))]
      : []),
    ...(document.journalHead === null ? [] : [line(say.journal, document.journalHead)]),
    line(say.rows, String(document.rows.length)),
    ...(document.columns.some(({ type }) => type === "money") ? [say.money] : []),
  ];
}

/** The words of one value, as shown in csv and counted for widths. */
export const printValue = (value: ReportValue, type: ReportColumnType): string =>
  value === null ? "" : type === "money" ? plainYuan(Number(value)) : String(value);
