// The columns that every rule has, whatever its kind.
import { severities } from "../../domain/conflict.ts";
import { effects, evidenceMarks } from "../../domain/rule.ts";
import { kindNames, kinds } from "../../domain/rule-kinds.ts";
import type { Choice } from "../../domain/sheet-column.ts";
import { areaChoices } from "../../domain/sheets.ts";
import type { Text } from "../../domain/text.ts";
import { en } from "../../words/en.ts";
import type { Language } from "../../words/language.ts";
import { zh } from "../../words/zh.ts";
import {
  choiceColumn,
  choicesColumn,
  dayColumn,
  integerColumn,
  namesColumn,
  type RuleColumn,
  wordsColumn,
} from "./rule-column.ts";

const text = (zh: string, en: string): Text => ({ zh, en });

/** The window's own words. */
const both = <T extends string>(chinese: Record<T, string>, english: Record<T, string>, value: T): Text => ({
  zh: chinese[value],
  en: english[value],
});
const worded = <T extends string>(
  values: readonly T[],
  chinese: Record<T, string>,
  english: Record<T, string>,
): Choice[] => values.map((value) => ({ value, name: both(chinese, english, value) }));
const authorityChoices: Choice[] = [
  { value: "law", name: text("法律", "Law") },
  { value: "regulation", name: text("行政法规", "Regulation") },
  { value: "dept_rule", name: text("部门规章", "Department rule") },
  { value: "standard", name: text("标准", "Standard") },
  { value: "enterprise_guideline", name: text("企业内控指引", "Enterprise guideline") },
  { value: "local_practice", name: text("地方做法", "Local practice") },
  { value: "unit_rule", name: text("单位制度", "Unit rule") },
  { value: "practice", name: text("惯例", "Custom") },
];
const kindChoices = kinds.map((value): Choice => ({ value, name: kindNames[value] }));
const must = { isRequired: true } as const;

export const idColumn = wordsColumn({
  key: "id",
  path: ["id"],
  name: text("编号", "No."),
  also: ["规则编号", "rule"],
  hint: text("一条规则一个编号，改内容时不要改它", "One number a rule; keep it when you change the rest"),
  ...must,
});
const versionColumn = integerColumn({
  key: "version",
  path: ["version"],
  name: text("版本", "Version"),
  hint: text(
    "不必改：内容有变时，接受后自动成为下一版",
    "Leave it: what has changed becomes the next version when accepted",
  ),
  ...must,
});
export const kindColumn = choiceColumn({
  key: "kind",
  path: ["kind"],
  name: text("类型", "Kind"),
  choices: kindChoices,
  ...must,
});
const titleZh = wordsColumn({
  key: "titleZh",
  path: ["title", "zh"],
  name: text("标题", "Title in Chinese"),
});
const titleEn = wordsColumn({
  key: "titleEn",
  path: ["title", "en"],
  name: text("英文标题", "Title"),
  hint: text("可不填", "May be empty"),
});
const plainZh = wordsColumn({
  key: "plainZh",
  path: ["plain", "zh"],
  name: text("说明", "Meaning in Chinese"),
});
const plainEn = wordsColumn({
  key: "plainEn",
  path: ["plain", "en"],
  name: text("英文说明", "Meaning"),
  hint: text("可不填", "May be empty"),
});
/** Where one language is left out, the other stands for it. */
export const twins: readonly (readonly [RuleColumn, RuleColumn])[] = [
  [titleZh, titleEn],
  [plainZh, plainEn],
];

export const commonColumns: readonly RuleColumn[] = [
  idColumn,
  versionColumn,
  kindColumn,
  choiceColumn({ key: "area", path: ["area"], name: text("领域", "Area"), choices: areaChoices, ...must }),
  titleZh,
  plainZh,
  choiceColumn({
    key: "severity",
    path: ["severity"],
    name: text("严重程度", "Severity"),
    also: ["级别"],
    choices: worded(severities, zh.common.severity, en.common.severity),
    ...must,
  }),
  choiceColumn({
    key: "effect",
    path: ["effect"],
    name: text("处理方式", "Effect"),
    choices: worded(effects, zh.studio.effects, en.studio.effects),
    blank: null,
    hint: text(
      "办理前核对时怎样处理；不填则按类型、严重程度和依据状态定",
      "What happens before signing; empty: by kind, severity and evidence",
    ),
  }),
  wordsColumn({ key: "source", path: ["citation", "source"], name: text("依据", "Source"), ...must }),
  choiceColumn({
    key: "mark",
    path: ["citation", "mark"],
    name: text("依据状态", "Evidence"),
    choices: worded(evidenceMarks, zh.common.evidenceMarks, en.common.evidenceMarks),
    ...must,
  }),
  choiceColumn({
    key: "authority",
    path: ["citation", "authority"],
    name: text("依据性质", "Standing"),
    choices: authorityChoices,
    isOpen: true,
    ...must,
  }),
  choicesColumn(
    {
      key: "areas",
      path: ["scope", "areas"],
      name: text("适用领域", "Areas it applies to"),
      choices: areaChoices,
      blank: null,
      hint: text("不填为不限", "Empty: everywhere"),
    },
    text("领域", "area"),
  ),
  namesColumn("matters", {
    key: "matters",
    path: ["scope", "matters"],
    name: text("适用事项", "Matters it applies to"),
    blank: null,
    hint: text("不填为不限", "Empty: everywhere"),
  }),
  dayColumn("day", {
    key: "from",
    path: ["inForce", "from"],
    name: text("生效日", "In force from"),
    also: ["生效日期", "起始日期"],
    blank: null,
  }),
  dayColumn("last-day", {
    key: "until",
    path: ["inForce", "until"],
    name: text("失效日（含最后一日）", "Last day in force"),
    also: ["失效日", "失效日期", "终止日期"],
    blank: null,
    hint: text("最后有效的一日；长期有效留空", "The last day it holds; empty if open"),
  }),
  wordsColumn({
    key: "sameCheckAs",
    path: ["sameCheckAs"],
    name: text("与何规则同查", "Same check as"),
    blank: null,
    hint: text(
      "填另一条规则的编号：它在用时由它一并核对",
      "The number of another rule: while that one is in use, it checks for both",
    ),
  }),
  titleEn,
  plainEn,
];
/** The window's own language stands before the other. */
export function commonColumnsIn(language: Language): readonly RuleColumn[] {
  if (language === "zh") return commonColumns;
  const other = new Map<RuleColumn, RuleColumn>(
    twins.flatMap(([own, other]) => [
      [own, other],
      [other, own],
    ]),
  );
  return commonColumns.map((column) => other.get(column) ?? column);
}
