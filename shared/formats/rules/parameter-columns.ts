// The columns of each kind's parameters: one for every parameter that any kind has.
import { type Kind, kindSchemas, type Parameters, unitScopes } from "../../domain/rule-kinds.ts";
import type { Choice } from "../../domain/sheet-column.ts";
import { dutyTypeChoices, relationChoices } from "../../domain/sheets.ts";
import type { Text } from "../../domain/text.ts";
import {
  choiceColumn,
  choicesColumn,
  clockColumn,
  flagColumn,
  integerColumn,
  moneyColumn,
  nameColumn,
  namesColumn,
  permilleColumn,
  type RuleColumn,
  wordsColumn,
} from "./rule-column.ts";

type KeyOf<T> = T extends T ? keyof T : never;
/** Every parameter of any kind: one without a column is a type error here. */
type ParameterKey = KeyOf<Parameters<Kind>>;

const text = (zh: string, en: string): Text => ({ zh, en });
const choice = (value: string, zh: string, en: string): Choice => ({ value, name: text(zh, en) });
const at = (key: string, zh: string, en: string, hint?: Text) => ({
  key,
  path: ["parameters", key],
  name: text(zh, en),
  ...(hint ? { hint } : {}),
});

const unitNames: Record<(typeof unitScopes)[number], Text> = {
  department: text("内设机构", "Department"),
  organ: text("最上级机构", "Organ"),
};
const checks = [
  choice("order", "不得倒序", "No step before its turn"),
  choice("missing", "不得缺办", "No step missing"),
  choice("before", "先办后办", "One duty before another"),
  choice("back-dated", "不得事后补录", "No recording after the fact"),
  choice("after-reject", "退回后改批", "Approved after a reject"),
  choice("deadline", "办理时限", "Deadline"),
  choice("sum-over", "累计超额", "Sum over a share"),
  choice("limit", "任期届满", "Limit of a term"),
  choice("cooling-off", "回任冷却", "Cooling-off"),
  choice("fast", "瞬间通过", "Approved at once"),
  choice("burst", "集中突击", "Burst"),
  choice("off-hours", "非工作时间", "Off hours"),
  choice("year-end", "年底突击", "Year end"),
  choice("crowding", "贴线扎堆", "Crowding under a limit"),
  choice("same-terminal", "同一终端", "Same terminal"),
  choice("brief-delegation", "短期转授权", "Brief delegation"),
  choice("duty-share", "一人包办", "Most duties with one person"),
  choice("type-span", "跨类办理", "Too many types of duty"),
  choice("supplier-share", "供应商集中", "Most cases with one supplier"),
  choice("single-source", "单一来源集中", "Single source with one supplier"),
];
const tests = [
  choice("statutory", "法定口径", "Statutory test"),
  choice("behavioural", "贴线拆分", "Just under a limit"),
];
const reasons = [
  choice("no-post", "无岗位", "No post"),
  choice("no-authority", "无授权", "No authority"),
  choice("outside-days", "不在授权期内", "Outside its days"),
  choice("over-amount", "超授权金额", "Over the amount"),
  choice("sub-delegated", "未经允许再转授权", "Sub-delegated"),
  choice("no-collective", "缺集体决策", "No collective decision"),
  choice("absent", "缺勤", "Absent"),
  choice("before-joining", "到职前", "Before joining"),
  choice("after-leaving", "离职后", "After leaving"),
];
const byTier = text("不填为按本单位的授权分级", "Empty: the tiers of the unit's own authorities");
const permilleHint = text("填千分之几，也可写 5%", "In permille; 5% is read too");
const dutiesHint = text("名称或编码，多项用“、”隔开", "Names or codes, separated by commas");

const duties = (key: string, zh: string, en: string): RuleColumn =>
  namesColumn("duties", at(key, zh, en, dutiesHint));
const duty = (key: string, zh: string, en: string): RuleColumn => nameColumn("duties", at(key, zh, en));
const number = (key: string, zh: string, en: string): RuleColumn => integerColumn(at(key, zh, en));
const permille = (key: string, zh: string, en: string): RuleColumn =>
  permilleColumn(at(key, zh, en, permilleHint));
const expert = (key: string, zh: string, en: string) => ({
  ...at(`expert-${key}`, zh, en),
  path: ["parameters", "experts", key],
});

const columnsOf: Record<ParameterKey, readonly RuleColumn[]> = {
  check: [choiceColumn({ ...at("check", "核对方法", "Check"), choices: checks })],
  test: [choiceColumn({ ...at("test", "认定方法", "Test"), choices: tests })],
  duties: [duties("duties", "职责", "Duties")],
  otherDuties: [duties("otherDuties", "对方职责", "Counterpart's duties")],
  duty: [duty("duty", "须多人办理的职责", "Duty for several")],
  earlier: [duty("earlier", "在先职责", "Earlier duty")],
  later: [duty("later", "在后职责", "Later duty")],
  base: [duty("base", "基数职责", "Base duty")],
  added: [duty("added", "追加职责", "Added duty")],
  maxHeld: [number("maxHeld", "至多兼办几项", "At most held")],
  unit: [
    choiceColumn({
      ...at("unit", "部门口径", "Unit counted"),
      choices: unitScopes.map((value) => ({ value, name: unitNames[value] })),
    }),
  ],
  minPersons: [number("minPersons", "至少几人", "At least persons")],
  isOdd: [flagColumn(at("isOdd", "须为单数", "Odd number"))],
  countBy: [
    choiceColumn({
      ...at("countBy", "按什么计数", "Counted by"),
      choices: [choice("person", "人", "Person"), choice("organ", "机构", "Organ")],
    }),
  ],
  experts: [
    wordsColumn(expert("qualification", "专家资格", "Expert qualification")),
    integerColumn(expert("atLeast", "专家至少几人", "Experts at least")),
    integerColumn(expert("of", "每几人之中", "Out of every")),
  ],
  quietDays: [number("quietDays", "搁置几日视为办结", "Quiet days")],
  reasons: [choicesColumn({ ...at("reasons", "情形", "Reasons"), choices: reasons }, text("情形", "reason"))],
  counterpart: [
    choiceColumn({
      ...at("counterpart", "对方是谁", "Counterpart"),
      choices: [
        choice("actor", "同件办理人", "Actor"),
        choice("supplier", "供应商", "Supplier"),
        choice("holder", "同时任职的人", "Holder"),
      ],
    }),
  ],
  types: [],
  lookbackYears: [number("lookbackYears", "回看几年", "Years back")],
  gapMonths: [number("gapMonths", "间断几个月以内连续计算", "Gap in months")],
  lagDays: [number("lagDays", "滞后几日", "Lag in days")],
  days: [number("days", "日数", "Days")],
  isWorkdays: [flagColumn(at("isWorkdays", "按工作日", "Workdays"))],
  permille: [permille("permille", "比例（千分之）", "Share (permille)")],
  threshold: [moneyColumn(at("threshold", "限额（元）", "Threshold (yuan)"))],
  ceiling: [moneyColumn({ ...at("ceiling", "上限（元）", "Ceiling (yuan)", byTier), blank: null })],
  nearPermille: [permille("nearPermille", "贴近下沿（千分之）", "Near from (permille)")],
  belowPermille: [permille("belowPermille", "对照下沿（千分之）", "Below from (permille)")],
  times: [number("times", "多出几倍", "Times as many")],
  windowDays: [number("windowDays", "窗口日数", "Window in days")],
  minCases: [number("minCases", "至少几件", "At least cases")],
  by: [
    choiceColumn({
      ...at("by", "按谁归并", "Grouped by"),
      choices: [
        choice("requester", "申请人", "Requester"),
        choice("supplier", "供应商", "Supplier"),
        choice("department", "内设机构", "Department"),
      ],
    }),
  ],
  seconds: [number("seconds", "几秒之内", "Within seconds")],
  minActs: [number("minActs", "至少几笔", "At least acts")],
  count: [number("count", "连续几笔", "Acts in a row")],
  minutes: [number("minutes", "几分钟之内", "Within minutes")],
  from: [clockColumn({ ...at("clockFrom", "上班钟点", "Hours from"), path: ["parameters", "from"] })],
  until: [clockColumn({ ...at("clockUntil", "下班钟点", "Hours until"), path: ["parameters", "until"] })],
  sharePermille: [permille("sharePermille", "占比（千分之）", "Part (permille)")],
  minMonthActs: [number("minMonthActs", "当月至少几笔", "At least acts a month")],
  maxDays: [number("maxDays", "至多几日", "At most days")],
  minDuties: [number("minDuties", "至少几项职责", "At least duties")],
  min: [number("min", "至少几类", "At least types")],
  months: [number("months", "几个月内", "Months")],
};
/** Columns that are a kind's own: other words for the same parameter, or another meaning of the empty cell. */
const ownColumns: Partial<Record<Kind, Partial<Record<ParameterKey, RuleColumn>>>> = {
  relation: {
    types: choicesColumn(
      {
        ...at("relationTypes", "关系", "Relations"),
        path: ["parameters", "types"],
        choices: relationChoices,
      },
      text("关系", "relation"),
    ),
    duties: { ...duties("duties", "职责", "Duties"), blank: [] },
    otherDuties: { ...duties("otherDuties", "对方职责", "Counterpart's duties"), blank: [] },
  },
  concentration: {
    types: choicesColumn(
      {
        ...at("dutyTypes", "职责类型", "Duty types"),
        path: ["parameters", "types"],
        choices: dutyTypeChoices,
      },
      text("职责类型", "duty type"),
    ),
  },
};

const isKey = (key: string): key is ParameterKey => key in columnsOf;
const columnsFor = (kind: Kind, keys: readonly string[]): RuleColumn[] =>
  keys.flatMap((key) => {
    if (!isKey(key)) return [];
    const own = ownColumns[kind]?.[key];
    return own ? [own] : [...columnsOf[key]];
  });

/** The word that tells the checks of a kind apart, and the columns of each; null where there is one check. */
export interface KindColumns {
  tells: RuleColumn | null;
  /** In the order of the sheet, each once. */
  all: readonly RuleColumn[];
  /** By the value of `tells`. */
  ofCheck: ReadonlyMap<string, readonly RuleColumn[]>;
}
function describe(kind: Kind): KindColumns {
  const schema = kindSchemas[kind];
  if (!("options" in schema))
    return { tells: null, all: columnsFor(kind, Object.keys(schema.shape)), ofCheck: new Map() };
  const tells = columnsOf[kind === "split-amount" ? "test" : "check"][0]!;
  const ofCheck = new Map<string, readonly RuleColumn[]>();
  for (const { shape } of schema.options) {
    const { value } = "check" in shape ? shape.check : shape.test;
    ofCheck.set(value, columnsFor(kind, Object.keys(shape)));
  }
  return { tells, all: [...new Set([...ofCheck.values()].flat())], ofCheck };
}
const described = new Map<Kind, KindColumns>();
export function kindColumns(kind: Kind): KindColumns {
  const known = described.get(kind) ?? describe(kind);
  described.set(kind, known);
  return known;
}
/** Every parameter column, each key once. */
export const parameterColumns: readonly RuleColumn[] = [
  ...Object.values(columnsOf).flat(),
  ...Object.values(ownColumns).flatMap((own) => (own.types ? [own.types] : [])),
];
