// Rules → worksheets that a clerk reads and edits: one a kind, behind a page that says how.
import type { Rule } from "../../domain/rule.ts";
import { type Kind, kindNames, kinds } from "../../domain/rule-kinds.ts";
import type { Language } from "../../words/language.ts";
import {
  columnWidth,
  type Grid,
  type GridRow,
  type GridValue,
  gridText,
  tabName,
  textWidth,
} from "../grid.ts";
import { commonColumnsIn } from "./common-columns.ts";
import { kindColumns } from "./parameter-columns.ts";
import type { RuleColumn, RulePrinting, RuleValue } from "./rule-column.ts";

const words = {
  zh: {
    name: "填写说明",
    title: "权衡 · 规则",
    lines: [
      "一种类型一张表，一行一条规则。可以改、可以加行；删去的行导入时不会停用规则，除非在对照时选中。",
      "列的次序可变，不认识的列不读取。职责写名称或编码都行；名称与编码都写时须是同一项。",
      "日期写 2024-03-05，失效日含当日。金额以元计，也可在格里写 12.4万元。",
      "改了内容不必改版本：导入时先逐项对照，并算出对今日冲突的影响，接受后自动成为下一版，可以撤销。",
    ],
    head: ["表", "规则数"],
    choices: "可填：",
    joint: "、",
  },
  en: {
    name: "Read me",
    title: "Quanheng · rules",
    lines: [
      "One sheet a kind, one row a rule. Rows may be changed and added; a row left out stops no rule unless chosen in the comparison.",
      "Columns may be reordered; unknown columns are not read. Write duties by name or code; where both are given they must mean the same.",
      "Write days as 2024-03-05; the last day is inclusive. Amounts in yuan, or write 12.4万元 in the cell.",
      "Leave the version: bringing the file in first shows every difference with its effect on today's conflicts; what is accepted becomes the next version and can be undone.",
    ],
    head: ["Sheet", "Rules"],
    choices: "Choices: ",
    joint: ", ",
  },
} as const;
// Lists go on below the last rule, for rows to come; Excel refuses longer lists than this.
const rowsBelow = 200;
const longestList = 255;

const isValue = (value: unknown): value is RuleValue =>
  value === null ||
  ["string", "number", "boolean"].includes(typeof value) ||
  (Array.isArray(value) && value.every((one) => typeof one === "string"));
/** The value of a column in a rule; undefined where the rule has none. */
export function valueAt(rule: Rule, column: RuleColumn): RuleValue | undefined {
  let value: unknown = rule;
  for (const key of column.path)
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  return isValue(value) ? value : undefined;
}
export function printValue(rule: Rule, column: RuleColumn, printing: RulePrinting): GridValue {
  const value = valueAt(rule, column);
  // null prints as the empty cell, which its column reads as null again.
  return value === undefined || value === null ? null : column.print(value, printing);
}

const hintOf = (column: RuleColumn, language: Language): string => {
  const say = words[language];
  const listed = column.choices?.map(({ name }) => name[language]).join(say.joint);
  return [column.hint?.[language], listed ? `${say.choices}${listed}` : ""]
    .filter(Boolean)
    .join(language === "zh" ? "。" : ". ");
};
const shownWidth = (value: GridValue): string =>
  value === null
    ? ""
    : "text" in value
      ? value.text
      : "day" in value
        ? value.day
        : String("money" in value ? value.money : value.integer);

function sheetOf(kind: Kind, rules: readonly Rule[], printing: RulePrinting): Grid {
  const { language } = printing;
  const columns = [...commonColumnsIn(language), ...kindColumns(kind).all];
  const rows = rules.map((rule) => columns.map((column) => printValue(rule, column, printing)));
  const last = rows.length + 1 + rowsBelow;
  const hints = columns
    .map((column, at) => [at, hintOf(column, language)] as const)
    .filter(([, hint]) => hint !== "");
  return {
    name: tabName(kindNames[kind][language]),
    columns: columns.map((column, at) => ({
      width: Math.min(
        44,
        columnWidth([column.name[language], ...rows.map((row) => shownWidth(row[at] ?? null))]),
      ),
      align: column.type === "money" || column.type === "integer" ? "right" : "left",
    })),
    rows: [
      { style: "head", cells: columns.map(({ name }) => gridText(name[language])) },
      ...rows.map((cells): GridRow => ({ style: "body", cells })),
    ],
    headRow: 1,
    choices: columns.flatMap((column, at) => {
      const list = column.type === "choice" ? (column.choices ?? []).map(({ name }) => name[language]) : [];
      return list.length > 0 && textWidth(list.join(",")) <= longestList
        ? [{ column: at, from: 2, until: last, words: list }]
        : [];
    }),
    hints: new Map(hints),
  };
}

/** The guide and one sheet for every kind that has rules, in the order of the kinds. */
export function ruleGrids(rules: readonly Rule[], printing: RulePrinting): Grid[] {
  const say = words[printing.language];
  const used = kinds.flatMap((kind) => {
    const own = rules.filter((rule) => rule.kind === kind);
    return own.length > 0 ? [{ kind, own }] : [];
  });
  const line = (style: GridRow["style"], text: string): GridRow => ({ style, cells: [gridText(text)] });
  const guide: Grid = {
    name: tabName(say.name),
    columns: [
      { width: 30, align: "left" },
      { width: 10, align: "right" },
    ],
    rows: [
      line("title", say.title),
      ...say.lines.map((text) => line("about", text)),
      { style: "head", cells: say.head.map(gridText) },
      ...used.map(
        ({ kind, own }): GridRow => ({
          style: "body",
          cells: [gridText(kindNames[kind][printing.language]), { integer: own.length }],
        }),
      ),
    ],
    headRow: say.lines.length + 2,
    choices: [],
    hints: new Map(),
  };
  return [guide, ...used.map(({ kind, own }) => sheetOf(kind, own, printing))];
}
/** Is it the page that says how, as this program writes it? */
export const isGuide = (sheetName: string): boolean =>
  Object.values(words).some(({ name }) => name === sheetName.trim());
