// What differs between two versions of a rule, field by field, in the words of the sheets.

import { formatYuan } from "../../domain/money.ts";
import type { Rule } from "../../domain/rule.ts";
import type { Text } from "../../domain/text.ts";
import type { GridValue } from "../grid.ts";
import { commonColumns } from "./common-columns.ts";
import { kindColumns } from "./parameter-columns.ts";
import type { RuleBooks, RuleColumn } from "./rule-column.ts";
import { printValue } from "./rule-print.ts";

export interface RuleField {
  name: Text;
  /** Empty: not set. */
  before: Text;
  after: Text;
}

const shown = (value: GridValue): string => {
  if (value === null) return "";
  if ("text" in value) return value.text;
  if ("money" in value) return formatYuan(value.money);
  return "day" in value ? value.day : String(value.integer);
};
const words = (rule: Rule, column: RuleColumn, books: RuleBooks): Text => ({
  zh: shown(printValue(rule, column, { books, language: "zh" })),
  en: shown(printValue(rule, column, { books, language: "en" })),
});

/** Fields in the order of the sheet, the version number left out; `before` null: the rule is new, and every field it has is told. */
export function ruleFields(before: Rule | null, after: Rule, books: RuleBooks): RuleField[] {
  const own = [after, ...(before ? [before] : [])].flatMap(({ kind }) => kindColumns(kind).all);
  const columns = new Map([...commonColumns, ...own].map((column) => [column.key, column]));
  const empty: Text = { zh: "", en: "" };
  return [...columns.values()].flatMap((column) => {
    if (column.key === "id" || column.key === "version") return [];
    const was = before ? words(before, column, books) : empty;
    const is = words(after, column, books);
    return was.zh === is.zh && was.en === is.en ? [] : [{ name: column.name, before: was, after: is }];
  });
}
