// Sentences about leads: the tempo of acts, and too much in few hands.
import { dutyTypeOptions, shareOptions } from "../choices.ts";
import { type Form, option } from "../slot.ts";
import {
  acts,
  cases,
  ceiling,
  choice,
  choices,
  clock,
  count,
  days,
  earlier,
  form,
  later,
  minutes,
  months,
  quietDays,
  seconds,
  share,
} from "../slots.ts";

const tempo = form([
  option("fast", "瞬间通过", "Approved at once"),
  option("burst", "集中突击", "Burst"),
  option("off-hours", "非工作时间", "Off hours"),
  option("year-end", "年底突击", "Year end"),
  option("crowding", "贴线扎堆", "Crowding under a limit"),
  option("same-terminal", "同一终端", "Same terminal"),
  option("brief-delegation", "短期转授权", "Brief delegation"),
]);
export const tempoForms: Record<string, Form> = {
  fast: {
    sentence: {
      zh: "{check}：同一人一个月内，在{earlier}之后{seconds}秒之内就办理{later}的，不得达到{minActs}笔。",
      en: "{check}: in one month nobody does {later} within {seconds} seconds of {earlier} as often as {minActs} times.",
    },
    slots: {
      check: tempo,
      earlier,
      seconds: seconds("几秒之内", "Within seconds"),
      later,
      minActs: acts(),
    },
  },
  burst: {
    sentence: {
      zh: "{check}：同一人不得在{minutes}分钟之内连续审批{count}笔。",
      en: "{check}: nobody gives {count} approvals within {minutes} minutes.",
    },
    slots: {
      check: tempo,
      minutes: minutes("几分钟之内", "Within minutes"),
      count: acts("笔数", "Approvals"),
    },
  },
  "off-hours": {
    sentence: {
      zh: "{check}：同一人一个月内，在非工作日或{from}至{until}之外的办理不得达到{minActs}笔；当月办理{minMonthActs}笔以上的，也不得超过其中的{sharePermille}。",
      en: "{check}: in one month nobody acts {minActs} times on days off or outside {from} to {until}, nor, with {minMonthActs} acts or more in the month, in more than {sharePermille} of them.",
    },
    slots: {
      check: tempo,
      from: clock("上班", "From"),
      until: clock("下班", "Until"),
      minActs: acts(),
      minMonthActs: acts("当月至少几笔才算比例", "Acts in the month before the share counts"),
      sharePermille: share("比例", "Share"),
    },
  },
  "year-end": {
    sentence: {
      zh: "{check}：同一内设机构一年中，最后{days}天的业务件不得达到{minCases}件而金额超过全年的{sharePermille}。",
      en: "{check}: a department's cases in the last {days} days of a year do not reach {minCases} cases with more than {sharePermille} of the year's amount.",
    },
    slots: {
      check: tempo,
      days: days("最后几天", "Last days"),
      minCases: cases(),
      sharePermille: share("占全年", "Share of the year"),
    },
  },
  crowding: {
    sentence: {
      zh: "{check}：同一事项一年中，金额在{ceiling}的{nearPermille}以上而未超过的业务件，不得多于{belowPermille}至该线之间的{times}倍；两者合计不足{minCases}件的不论。",
      en: "{check}: of one matter in one year, the cases from {nearPermille} of {ceiling} up to it are not more than {times} times those from {belowPermille} up to that line; fewer than {minCases} cases in all do not count.",
    },
    slots: {
      check: tempo,
      ceiling,
      nearPermille: share("贴近的线", "Near from"),
      belowPermille: share("对照从", "Compared from"),
      times: count("几倍", "Times", ["倍", "times"]),
      minCases: cases(),
    },
  },
  "same-terminal": {
    sentence: {
      zh: "{check}：同一业务件中，不同的人不得在{minutes}分钟之内用同一终端办理不同职责。",
      en: "{check}: in one case different people do not do different duties at the same terminal within {minutes} minutes.",
    },
    slots: { check: tempo, minutes: minutes("几分钟之内", "Within minutes") },
  },
  "brief-delegation": {
    sentence: {
      zh: "{check}：不得仅凭为期{maxDays}天以内的转授权办理。",
      en: "{check}: nobody acts on delegations of {maxDays} days or less alone.",
    },
    slots: { check: tempo, maxDays: days("至多几天", "Days at most") },
  },
};

const concentration = form([
  option("duty-share", "一人包办", "Most duties with one person"),
  option("type-span", "跨类办理", "Too many types of duty"),
  option("supplier-share", "供应商集中", "Most cases with one supplier"),
  option("single-source", "单一来源集中", "Single source with one supplier"),
]);
export const concentrationForms: Record<string, Form> = {
  "duty-share": {
    sentence: {
      zh: "{check}：业务件办结时，职责有{minDuties}项以上的，一人办理的不得超过其中的{permille}；{quietDays}天没有新办理的，视为办结。",
      en: "{check}: when a case of {minDuties} duties or more is closed, nobody has done more than {permille} of them; a case counts as closed after {quietDays} days without an act.",
    },
    slots: {
      check: concentration,
      minDuties: count("至少几项职责", "Duties at least"),
      permille: share("比例", "Share"),
      quietDays,
    },
  },
  "type-span": {
    sentence: {
      zh: "{check}：同一业务件中，同一人办理的职责在{types}之中不得达到{min}类。",
      en: "{check}: in one case the duties of one person do not reach {min} types among {types}.",
    },
    slots: {
      check: concentration,
      types: choices("职责类型", "Duty types", dutyTypeOptions),
      min: count("几类", "Types", ["类", "types"]),
    },
  },
  "supplier-share": {
    sentence: {
      zh: "{check}：同一{by}一年内有{minCases}件以上业务件的，同一供应商不得占到{permille}。",
      en: "{check}: of one {by} with {minCases} cases or more in a year, no supplier has {permille} of them.",
    },
    slots: {
      check: concentration,
      by: choice("按谁", "By", shareOptions),
      minCases: cases(),
      permille: share("比例", "Share"),
    },
  },
  "single-source": {
    sentence: {
      zh: "{check}：{months}个月内，同一供应商承接的单一来源采购不得达到{minCases}件而金额超过全部单一来源采购的{permille}。",
      en: "{check}: within {months} months no supplier has {minCases} single-source cases or more with over {permille} of the amount of all.",
    },
    slots: {
      check: concentration,
      months: months("几个月之内", "Within months"),
      minCases: cases(),
      permille: share("比例", "Share"),
    },
  },
};
