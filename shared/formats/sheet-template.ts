// Empty tables to fill in: one workbook for every kind with a first page that says the order, or one csv header.
import type { Sheet, SheetColumn } from "../domain/sheet-column.ts";
import { sheets } from "../domain/sheets.ts";
import type { Language } from "../words/language.ts";
import { columnWidth, type Grid, type GridRow, gridText, tabName } from "./grid.ts";

const words = {
  zh: {
    name: "填写说明",
    title: "权衡 · 导入模板",
    secrecy: "不得填入国家秘密、工作秘密；不收身份证号。请先脱敏。",
    lines: [
      "请按下列次序填写和导入；前面的表是后面的依据。用不到的表留空即可。",
      "列名带 * 的必填。列的次序可变，不认识的列不读取。",
      "日期写 2024-03-05；终止日期含当日，长期有效留空。金额以元计，或在列名后注明（万元）。",
    ],
    order: "次序",
    sheet: "表",
    about: "内容",
    required: "必填。",
    choices: "可填：",
    yesNo: ["是", "否"],
  },
  en: {
    name: "Read me",
    title: "Quanheng · import template",
    secrecy: "No state or work secrets may be entered; no ID numbers. Remove such details first.",
    lines: [
      "Fill in and import in this order: earlier sheets are the ground of later ones. Leave unused sheets empty.",
      "A column marked * is required. Columns may be reordered; unknown columns are not read.",
      "Write days as 2024-03-05; the last day is inclusive, empty if open. Amounts in yuan, or mark the column （万元）.",
    ],
    order: "Order",
    sheet: "Sheet",
    about: "Content",
    required: "Required. ",
    choices: "Choices: ",
    yesNo: ["yes", "no"],
  },
} as const;

const firstDataRow = 3;
const lastDataRow = 5_000;
// Excel refuses a list written into the rule itself beyond this.
const longestList = 255;

const headOf = (column: SheetColumn, language: Language): string =>
  `${column.isRequired ? "*" : ""}${column.name[language]}`;
function choicesOf(column: SheetColumn, language: Language): readonly string[] {
  if (column.type === "flag") return words[language].yesNo;
  return column.choices?.map((choice) => choice.name[language]) ?? [];
}
function hintOf(column: SheetColumn, language: Language): string {
  const say = words[language];
  const choices = choicesOf(column, language);
  return [
    column.isRequired ? say.required : "",
    column.hint?.[language] ?? "",
    choices.length > 0 ? `${say.choices}${choices.join(language === "zh" ? "、" : ", ")}` : "",
  ].join("");
}

/** One empty sheet: what belongs here, the header, lists and hints. */
export function templateGrid(sheet: Sheet, language: Language = "zh"): Grid {
  const { columns } = sheet;
  const hints = new Map(
    columns.map((column, at) => [at, hintOf(column, language)] as const).filter(([, hint]) => hint !== ""),
  );
  return {
    name: tabName(sheet.name[language]),
    columns: columns.map((column) => ({
      width: columnWidth([headOf(column, language), "2024-03-05"]),
      align: column.type === "money" || column.type === "integer" ? "right" : "left",
    })),
    rows: [
      { style: "about", cells: [gridText(sheet.about[language])] },
      { style: "head", cells: columns.map((column) => gridText(headOf(column, language))) },
    ],
    headRow: 2,
    choices: columns.flatMap((column, at) => {
      const list = choicesOf(column, language);
      return list.length > 0 && list.join(",").length <= longestList
        ? [{ column: at, from: firstDataRow, until: lastDataRow, words: list }]
        : [];
    }),
    hints,
  };
}

/** Every kind in the order of import, behind a page that says it. */
export function templateGrids(language: Language = "zh"): Grid[] {
  const say = words[language];
  const line = (style: GridRow["style"], text: string): GridRow => ({ style, cells: [gridText(text)] });
  const guide: Grid = {
    name: tabName(say.name),
    columns: [
      { width: 8, align: "right" },
      { width: 24, align: "left" },
      { width: 60, align: "left" },
    ],
    rows: [
      line("title", say.title),
      line("note", say.secrecy),
      ...say.lines.map((text) => line("about", text)),
      { style: "head", cells: [say.order, say.sheet, say.about].map(gridText) },
      ...sheets.map(
        (sheet, at): GridRow => ({
          style: "body",
          cells: [{ integer: at + 1 }, gridText(sheet.name[language]), gridText(sheet.about[language])],
        }),
      ),
    ],
    headRow: say.lines.length + 3,
    choices: [],
    hints: new Map(),
  };
  return [guide, ...sheets.map((sheet) => templateGrid(sheet, language))];
}

/** The header alone, for a csv template. */
export const templateHeader = (sheet: Sheet, language: Language = "zh"): string[] =>
  sheet.columns.map((column) => headOf(column, language));
