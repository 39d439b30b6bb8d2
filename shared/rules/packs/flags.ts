// The forty red flags of the norms: which rules ask each of them, or which datum the workbook lacks for it.
import { builtInDuties, type DutyType } from "../../domain/duty.ts";
import type { Rule } from "../../domain/rule.ts";
import type { Kind } from "../../domain/rule-kinds.ts";
import type { Text } from "../../domain/text.ts";
import { starterRules } from "./packs.ts";

export const flagGroups = {
  beyond: { zh: "越权", en: "Beyond authority" },
  together: { zh: "兼岗", en: "Incompatible duties" },
  procedure: { zh: "程序", en: "Procedure" },
  evasion: { zh: "规避", en: "Evasion" },
  relation: { zh: "关系", en: "Relations" },
  time: { zh: "时间", en: "Time" },
  rotation: { zh: "轮岗", en: "Rotation" },
  money: { zh: "资金", en: "Money" },
} as const satisfies Record<string, Text>;
export type FlagGroup = keyof typeof flagGroups;

export interface Flag {
  id: string;
  /** A flag may be reported in two groups. */
  groups: readonly FlagGroup[];
  title: Text;
  /** Starter rules that ask it, each once; empty only where `gap` says why. */
  rules: readonly string[];
  /** The part, or the whole, that the workbook's data cannot tell, with the datum that is missing; null: nothing. */
  gap: Text | null;
}

const idsOf = (fits: (rule: Rule) => boolean): string[] => starterRules.filter(fits).map(({ id }) => id);
const ofKind = (kind: Kind): string[] => idsOf((rule) => rule.kind === kind);
const typeOf = new Map(builtInDuties.map(({ code, type }) => [code, type]));
const separates = (rule: Rule, ...types: readonly DutyType[]): boolean =>
  rule.kind === "separate-duties" &&
  types.every((type) => rule.parameters.duties.some((duty) => typeOf.get(duty) === type));
const inOrder = (rule: Rule): boolean =>
  rule.kind === "sequence" && (rule.parameters.check === "order" || rule.parameters.check === "before");

type Names = readonly [zh: string, en: string];
const flag = (
  id: string,
  groups: readonly FlagGroup[],
  [zh, en]: Names,
  rules: readonly string[],
  gap: Names | null = null,
): Flag => ({ id, groups, title: { zh, en }, rules, gap: gap && { zh: gap[0], en: gap[1] } });

export const flags: readonly Flag[] = [
  flag(
    "RF-01",
    ["together"],
    ["自批自办", "Self-approval"],
    idsOf((rule) => separates(rule, "initiate", "authorise")),
  ),
  flag(
    "RF-02",
    ["together"],
    ["一人办理同一业务件的不相容职责", "Incompatible duties in one case"],
    ofKind("separate-duties"),
  ),
  flag(
    "RF-03",
    ["together"],
    ["同时承担不相容职责", "Incompatible duties held together"],
    ofKind("never-together"),
  ),
  flag("RF-04", ["beyond"], ["超额度办理", "Over the ceiling"], ["L-02-over-amount"]),
  flag("RF-05", ["beyond"], ["无授权办理", "No authority at all"], ["L-02-no-authority", "L-02-no-post"]),
  flag("RF-06", ["beyond"], ["授权过期或未生效", "Expired or not yet valid"], ["L-02-outside-days"]),
  flag("RF-07", ["beyond"], ["再转授权", "Sub-delegation"], ["L-12-sub-delegated"]),
  flag("RF-08", ["time"], ["缺勤期间办理", "By a person on leave"], ["RF-08"]),
  flag("RF-09", ["beyond"], ["不在岗办理", "By a person out of the post"], ["L-02-no-post", "RF-09"]),
  flag("RF-10", ["evasion"], ["化整为零（法定标准）", "Split purchases (legal test)"], ["RF-10"]),
  flag(
    "RF-11",
    ["evasion"],
    ["化整为零（额度之下）", "Split below a ceiling"],
    ["RF-11-requester", "RF-11-supplier", "RF-11-tier-requester", "RF-11-tier-supplier"],
  ),
  flag("RF-12", ["evasion"], ["金额扎堆在额度之下", "Just below a threshold"], ["RF-12"]),
  flag("RF-13", ["procedure"], ["环节倒序", "Out of sequence"], idsOf(inOrder)),
  flag("RF-14", ["procedure", "time"], ["疑似倒签", "Back-dated"], ["RF-14"]),
  flag("RF-15", ["procedure"], ["缺少必经环节", "Missing step"], ["RF-15"]),
  flag("RF-16", ["time"], ["办理过快", "Too fast"], ["RF-16-fast", "RF-16-burst"]),
  flag("RF-17", ["time"], ["非工作时间办理", "Off hours"], ["RF-17"]),
  flag("RF-18", ["time"], ["年末突击", "Year-end rush"], ["RF-18"]),
  flag("RF-19", ["relation"], ["亲属或利害关系", "Relative or interest"], ofKind("relation")),
  flag(
    "RF-20",
    ["relation"],
    ["已声明回避仍办理", "Recusal declared but acted"],
    [],
    [
      "缺少回避声明记录（何人、何件、何日声明）；亲属与利害关系本身由 RF-19 核对。",
      "Needs a record of recusals declared (who, which case, which day); the relations themselves are checked by RF-19.",
    ],
  ),
  flag(
    "RF-21",
    ["beyond"],
    ["离任后办理", "Access after leaving"],
    ["RF-21", "L-02-no-post"],
    ["缺少登录记录：只看办理，不看登录。", "Needs a log of sign-ins: acts are seen, sign-ins are not."],
  ),
  flag("RF-22", ["evasion"], ["反复单一来源", "Repeated single source"], ["RF-22"]),
  flag(
    "RF-23",
    ["relation"],
    ["同一供应商反复中选", "Same winner"],
    ["RF-23"],
    [
      "按申请人核对；缺少每件的专家组成员名单，不能按专家组核对。",
      "Asked by requester; by panel of experts it would need the list of each panel.",
    ],
  ),
  flag(
    "RF-24",
    ["relation"],
    ["同一批陪标单位", "Same losing set"],
    [],
    ["缺少投标人名单：业务件只记成交供应商。", "Needs the list of bidders: a case names the winner alone."],
  ),
  flag(
    "RF-25",
    ["relation"],
    ["不同投标人信息雷同", "Same contact or author for different bidders"],
    [],
    [
      "缺少供应商联系人、地址与投标文件的作者、终端。",
      "Needs contacts and addresses of suppliers, and author and terminal of bid files.",
    ],
  ),
  flag("RF-26", ["together"], ["应双人而单人办理", "Two-person rule broken"], ofKind("two-person"), [
    "“第二人补记超过 1 天”由 RF-14 按登记时刻核对，不单列。",
    "A second person written down a day later is asked by RF-14 from the time of recording.",
  ]),
  flag("RF-27", ["together"], ["共用终端办理两项职责", "One terminal, two duties"], ["RF-27"]),
  flag(
    "RF-28",
    ["beyond"],
    ["应集体决策而无记录", "No collective record"],
    ["L-04-no-collective"],
    [
      "缺少会议日期：只看有无文号，不比较会议与付款的先后。",
      "Needs the day of the meeting: the number of the minutes is seen, their day is not.",
    ],
  ),
  flag(
    "RF-29",
    ["money"],
    ["借转授权绕行", "Delegation bypass"],
    ["RF-29", "X-04"],
    [
      "转授权期间只批委托人自己业务的，由 X-04 逐件核对。",
      "A delegate who approves the giver's own cases is found case by case by X-04.",
    ],
  ),
  flag(
    "RF-30",
    ["procedure"],
    ["退回后换人批准", "Rejected, then approved by another"],
    ["RF-30"],
    [
      "缺少业务件修改前后的内容：不看是否只改了金额或供应商。",
      "Needs the case before and after: whether only amount or supplier changed is not seen.",
    ],
  ),
  flag(
    "RF-31",
    ["evasion"],
    ["合同追加过多", "Contract creep"],
    ["RF-31"],
    [
      "“60 天内两次以上追加”不单列；追加合计由 RF-31 核对。",
      "Two supplements within 60 days are not asked by themselves; their sum is.",
    ],
  ),
  flag(
    "RF-32",
    ["evasion"],
    ["支付超过概算", "Estimate overrun"],
    ["RF-32"],
    [
      "缺少可研估算与报告记录：不核对概算超过估算一成。",
      "Needs the figure of the study and the report of an overrun: estimate against study is not asked.",
    ],
  ),
  flag("RF-33", ["procedure", "money"], ["先付款后验收", "Paid before accepted"], ["RF-33"]),
  flag("RF-34", ["rotation"], ["超期未轮岗", "Overdue rotation"], ["RF-34"]),
  flag(
    "RF-35",
    ["rotation"],
    ["豁免期内无替代控制", "Exempt with no compensation"],
    [],
    [
      "不作规则：替代控制的执行证据按期记在豁免之下，缺的一期在任期台账中列为待核事项，轮岗、豁免页可补。",
      "No rule: evidence of the control is kept by period with each exemption, and a missing period is a matter to look at in the tenure ledger.",
    ],
  ),
  flag(
    "RF-36",
    ["procedure"],
    ["采购法定时限", "Procurement deadlines missed"],
    ["RF-36-confirm", "RF-36-contract", "RF-36-publish"],
    [
      "职责目录中没有“合同备案”：不核对签约后 7 个工作日内备案（第47条）。",
      "The catalogue has no duty for filing a contract: the 7 workdays of art. 47 are not asked.",
    ],
  ),
  flag(
    "RF-37",
    ["procedure"],
    ["采购档案不全", "Archive gap"],
    ["RF-37"],
    [
      "缺少档案目录：只看是否按期归档，不看是否齐全。",
      "Needs the list of files: whether they were archived in time is seen, whether all are there is not.",
    ],
  ),
  flag(
    "RF-38",
    ["procedure"],
    ["日志断号或断链", "Log gap"],
    [],
    [
      "缺少原系统日志的序号与哈希；本软件自身的留痕另行校验。",
      "Needs sequence numbers and hashes of the source's log; this program's own journal is verified apart.",
    ],
  ),
  flag(
    "RF-39",
    ["relation"],
    ["打招呼、递条子", "Outsider influence"],
    [],
    [
      "缺少干预记录（何人何日就何件打招呼、指定何家）。",
      "Needs a record of interventions: who spoke for whom, when and about which case.",
    ],
  ),
  flag(
    "RF-40",
    ["money"],
    ["付款账户与供应商档案不符", "Payment to an unknown account"],
    [],
    [
      "缺少付款账户与供应商账户及其变更日期。",
      "Needs the account paid to, the supplier's account and the day it was changed.",
    ],
  ),
];
