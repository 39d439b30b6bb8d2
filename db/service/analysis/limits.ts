// What the numbers of the analysis cannot tell: said with them, so that nobody reads "safe" out of them.
import type { GroupRow } from "../../../shared/contract/analysis.ts";
import type { Text } from "../../../shared/domain/text.ts";
import type { Settled } from "../../../shared/rules/analysis/settled-cases.ts";

const some = (count: number, text: Text): Text[] => (count > 0 ? [text] : []);

export function groupLimits(settled: Settled, rows: readonly GroupRow[]): Text[] {
  const incomplete = settled.cases.filter((one) => !one.isComplete).length;
  const open = rows.filter(
    ({ fewest, unflagged }) => fewest?.isProved === false || unflagged?.isProved === false,
  );
  return [
    {
      zh: "人数少只说明制衡薄，不说明有人串通；人数多也不说明没有。指使、口头授意、借用账号和单位以外的人，记录里看不到。",
      en: "Few people mean thin balance, not collusion; many people do not rule it out. Orders by word of mouth, borrowed accounts and people outside the unit are not in the records.",
    },
    {
      zh: "“规则不会提示”只问同一业务件内约束人的规则（同件分离、不得兼任、同人、部门分离、双人、逐级、回避、集中度），不问时间、金额拆分和任期。",
      en: "“Unflagged” asks only the rules that bind people within one case (separate duties, never together, same person, separate units, two persons, seniority, recusal, concentration), not time, splitting or tenure.",
    },
    ...some(settled.open + settled.rejected, {
      zh: `期间内另有 ${settled.open} 件未办结、${settled.rejected} 件退回，未计入。`,
      en: `${settled.open} open and ${settled.rejected} rejected cases of the period are not counted.`,
    }),
    ...some(incomplete, {
      zh: `${incomplete} 件虽已办结但缺少必经环节的记录，不计入“实际最少人数”。`,
      en: `${incomplete} settled cases lack a record of a required step and are left out of the fewest who carried.`,
    }),
    ...some(open.length, {
      zh: `${open.length} 个金额档的搜索到达工作量上限，所示人数未证明为最少。`,
      en: `For ${open.length} tiers the search reached its limit: the number shown is not proved to be the fewest.`,
    }),
  ];
}

export const tierLimits = (unknown: number, unbounded: number): Text[] => [
  {
    zh: "临近限额的业务多，只是线索：价格、预算标准也会把金额压到同一处。须由人核实。",
    en: "Many cases near a limit are a lead only: prices and budget standards crowd amounts too. A person has to look.",
  },
  ...some(unknown, {
    zh: `期间内 ${unknown} 件没有金额，未画入。`,
    en: `${unknown} cases of the period have no amount and are not drawn.`,
  }),
  ...some(unbounded, {
    zh: `${unbounded} 个审批环节的授权没有金额界限，谈不上分级。`,
    en: `${unbounded} authorising steps have authorities without any bound: there is no ladder to prove.`,
  }),
];
