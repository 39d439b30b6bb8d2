// Sentences about the course of a case: order, deadlines, splitting, relations, presence, tenure.
import { absenceOptions, relationOptions, requesterOptions } from "../choices.ts";
import { type Form, option } from "../slot.ts";
import {
  anyDuties,
  cases,
  ceiling,
  choice,
  choices,
  days,
  duty,
  earlier,
  form,
  later,
  months,
  quietDays,
  share,
  years,
} from "../slots.ts";

const check = form([
  option("order", "不得倒序", "No step before its turn"),
  option("missing", "不得缺办", "No step missing"),
  option("before", "先办后办", "One duty before another"),
  option("back-dated", "不得事后补录", "No recording after the fact"),
  option("after-reject", "退回后改批", "Approved after a reject"),
  option("deadline", "办理时限", "Deadline"),
  option("sum-over", "累计超额", "Sum over a share"),
]);
export const sequenceForms: Record<string, Form> = {
  order: {
    sentence: {
      zh: "{check}：同一业务件中，后面的环节不得先于前面的必经环节办理。",
      en: "{check}: in one case no later step is done before an earlier required one.",
    },
    slots: { check },
  },
  missing: {
    sentence: {
      zh: "{check}：同一业务件中，必经环节不得跳过；{quietDays}天没有新办理的，视为办结。",
      en: "{check}: in one case no required step is skipped; a case counts as closed after {quietDays} days without an act.",
    },
    slots: { check, quietDays },
  },
  before: {
    sentence: {
      zh: "{check}：同一业务件中，办理{later}之前，须先办理{earlier}。",
      en: "{check}: in one case {earlier} is done before {later}.",
    },
    slots: { check, earlier, later },
  },
  "back-dated": {
    sentence: {
      zh: "{check}：办理之后超过{lagDays}天才录入的，其间后面的环节不得已经办理。",
      en: "{check}: when an act is recorded more than {lagDays} days late, no later step is done in between.",
    },
    slots: { check, lagDays: days("几天", "Days late") },
  },
  "after-reject": {
    sentence: {
      zh: "{check}：一个环节被退回后{days}天内，不得由另一人改为通过。",
      en: "{check}: within {days} days of a reject nobody else approves the same step.",
    },
    slots: { check, days: days("几天", "Days") },
  },
  deadline: {
    sentence: {
      zh: "{check}：办理{earlier}之后，须在{days}个{isWorkdays}内办理{later}。",
      en: "{check}: after {earlier}, {later} is done within {days} {isWorkdays}.",
    },
    slots: {
      check,
      earlier,
      days: days("几天", "Days"),
      isWorkdays: choice("怎样算天", "Days counted as", [
        option(false, "日历日", "calendar days"),
        option(true, "工作日", "working days"),
      ]),
      later,
    },
  },
  "sum-over": {
    sentence: {
      zh: "{check}：以{base}的金额为准，其后历次{added}的金额合计不得超过它的{permille}。",
      en: "{check}: the amounts of {added} after {base} together stay within {permille} of the amount of the latter.",
    },
    slots: {
      check,
      base: duty("基准职责", "Base duty"),
      added: duty("追加的职责", "Added duty"),
      permille: share("比例", "Share"),
    },
  },
};

const test = form([
  option("statutory", "法定口径", "Statutory test"),
  option("behavioural", "贴线拆分", "Just under a limit"),
]);
export const splitForms: Record<string, Form> = {
  statutory: {
    sentence: {
      zh: "{test}：同一内设机构一年内，同一预算项目、同一品目未经招标的业务件，不得达到{minCases}件而合计超过{threshold}。",
      en: "{test}: a department's cases without tender, of one budget project and category in one year, do not reach {minCases} cases that total over {threshold}.",
    },
    slots: {
      test,
      minCases: cases(),
      threshold: { type: "money", name: { zh: "限额", en: "Limit" } },
    },
  },
  behavioural: {
    sentence: {
      zh: "{test}：同一{by}在{windowDays}天内，同一品目未经招标的业务件，不得有{minCases}件以上金额都在{ceiling}的{nearPermille}以上而未超过它、合计却超过它。",
      en: "{test}: one {by} does not have {minCases} or more cases of one category without tender within {windowDays} days, each above {nearPermille} of {ceiling} but not over it, and together over it.",
    },
    slots: {
      test,
      by: choice("按谁", "By", requesterOptions),
      windowDays: days("几天之内", "Within days"),
      minCases: cases(),
      ceiling,
      nearPermille: share("贴近上限的", "Near from"),
    },
  },
};

const counterpart = form([
  option("supplier", "与供应商", "With the supplier"),
  option("actor", "与同件办理人", "Within a case"),
  option("holder", "与在任者", "Between holders"),
]);
const types = choices("关系", "Relations", relationOptions);
const lookbackYears = years("解除后几年", "Years after it ended");
const relationDuties = anyDuties("职责", "Duties");
const otherDuties = anyDuties("对方的职责", "The other's duties");
export const relationForms: Record<string, Form> = {
  supplier: {
    sentence: {
      zh: "{counterpart}：办理{duties}的人，不得与业务件的供应商有{types}；关系解除后{lookbackYears}年内同样回避。",
      en: "{counterpart}: nobody who does {duties} is tied to the case's supplier by {types}; a tie counts for {lookbackYears} years after it ended.",
    },
    slots: { counterpart, duties: relationDuties, types, lookbackYears },
  },
  actor: {
    sentence: {
      zh: "{counterpart}：同一业务件中，办理{duties}的人与办理{otherDuties}的人不得有{types}；关系解除后{lookbackYears}年内同样回避。",
      en: "{counterpart}: in one case nobody who does {duties} is tied to somebody who does {otherDuties} by {types}; a tie counts for {lookbackYears} years after it ended.",
    },
    slots: { counterpart, duties: relationDuties, otherDuties, types, lookbackYears },
  },
  holder: {
    sentence: {
      zh: "{counterpart}：同一时间担任{duties}的人与担任{otherDuties}的人不得有{types}；关系解除后{lookbackYears}年内同样回避。",
      en: "{counterpart}: at any one time nobody who holds {duties} is tied to somebody who holds {otherDuties} by {types}; a tie counts for {lookbackYears} years after it ended.",
    },
    slots: { counterpart, duties: relationDuties, otherDuties, types, lookbackYears },
  },
};

export const absence: Form = {
  sentence: {
    zh: "办理当日，办理人须在岗；有下列情形之一的列为疑似冲突：{reasons}。",
    en: "Whoever acts is present on that day; suspected are acts of people who are {reasons}.",
  },
  slots: { reasons: choices("情形", "Cases", absenceOptions) },
};

const tenureCheck = form([
  option("limit", "任期届满", "Limit of a term"),
  option("cooling-off", "回任冷却", "Cooling-off"),
]);
const gapMonths = months("间断几个月以内连续计算", "Gaps shorter than");
export const tenureForms: Record<string, Form> = {
  limit: {
    sentence: {
      zh: "{check}：关键岗位任职满期限之后，不得继续办理该岗位的业务；离岗不满{gapMonths}个月的，任期连续计算。",
      en: "{check}: holders of a key post do not act in it past their limit; an absence from it shorter than {gapMonths} months does not break a term.",
    },
    slots: { check: tenureCheck, gapMonths },
  },
  "cooling-off": {
    sentence: {
      zh: "{check}：离开关键岗位之后，冷却期内不得回任；离岗不满{gapMonths}个月的，任期连续计算。",
      en: "{check}: nobody returns to a key post during its cooling-off; an absence from it shorter than {gapMonths} months does not break a term.",
    },
    slots: { check: tenureCheck, gapMonths },
  },
};
