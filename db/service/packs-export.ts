// A workbook of rules is written only if it reads back the same: what a cell cannot hold is told before, not found later.
import { fault } from "../../shared/domain/fault.ts";
import { plainYuan } from "../../shared/domain/money.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import type { Cell } from "../../shared/formats/cell.ts";
import type { Grid, GridValue } from "../../shared/formats/grid.ts";
import type { RuleBooks } from "../../shared/formats/rules/rule-column.ts";
import { parseRules } from "../../shared/formats/rules/rule-parse.ts";

const cellOf = (value: GridValue): Cell => {
  if (value === null) return { text: "" };
  if ("text" in value) return { text: value.text.trim() };
  if ("day" in value) return { text: value.day, date: value.day };
  return { text: "integer" in value ? String(value.integer) : plainYuan(value.money) };
};

/** @throws FaultError invalid: names the rules that only JSON can carry */
export function assertReadsBack(grids: readonly Grid[], rules: readonly Rule[], books: RuleBooks): void {
  const tables = grids.map(({ name, rows }) => ({
    name,
    rows: rows.map(({ cells }, at) => ({ row: at + 1, cells: cells.map(cellOf) })),
  }));
  const back = new Set(parseRules(tables, books).rules.map((rule) => JSON.stringify(rule)));
  const lost = rules.filter((rule) => !back.has(JSON.stringify(rule))).map(({ id }) => id);
  if (lost.length > 0)
    throw fault("invalid", {
      zh: `规则 ${lost.slice(0, 5).join("、")} 放不进表格：写出后读回来会变。请改导出 .json。`,
      en: `Rules ${lost.slice(0, 5).join(", ")} do not fit a workbook: they would not read back the same. Export .json instead.`,
    });
}
