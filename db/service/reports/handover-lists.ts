// Notices, handovers and follow-ups as ledgers, one a row.
import type { FollowUpRow, HandoverRow, NoticeRow } from "../../../shared/contract/handovers.ts";
import {
  followUpNames,
  followUpStateNames,
  handoverStateNames,
  noticeRoleNames,
  noticeStateNames,
} from "../../../shared/domain/handover.ts";
import type { ReportDocument, ReportLanguage } from "../../../shared/domain/report.ts";
import type { Desk } from "../desk.ts";
import { shownFollowUps, shownHandovers, shownNotices } from "../handovers/shown.ts";
import { followUpsOf, handoversOf, noticesOf } from "../handovers/stored.ts";
import { columnOf, reportOf } from "./frame.ts";

interface Asked {
  language: ReportLanguage;
}
const asOf = (desk: Desk) => [{ name: { zh: "截至", en: "As of" }, value: desk.today() }];
const reserve = { zh: "待安排", en: "reserve" };
const mark = (is: boolean, language: ReportLanguage, words: { zh: string; en: string }): string | null =>
  is ? words[language] : null;

export function noticeList(desk: Desk, { language }: Asked): ReportDocument {
  const column = columnOf<NoticeRow>();
  return reportOf(desk, language, {
    kind: "notices",
    title: { zh: "轮岗通知台账", en: "Ledger of rotation notices" },
    filters: asOf(desk),
    withRules: false,
    notes: [],
    rows: shownNotices(desk, noticesOf(desk)),
    columns: [
      column("no", "序号", "No.", "integer", (_, at) => at + 1),
      column("kind", "类别", "Kind", "text", ({ kind }) =>
        kind === "move"
          ? { zh: "调动通知", en: "move" }[language]
          : { zh: "撤销通知", en: "retraction" }[language],
      ),
      column("recipient", "受通知人", "Recipient", "text", ({ recipient }) => recipient.name),
      column("recipientNo", "受通知人工号", "Recipient's staff no.", "code", (row) => row.recipient.staffNo),
      column("role", "身份", "As", "text", ({ role }) => noticeRoleNames[role][language]),
      column("mover", "调动人", "Mover", "text", ({ mover }) => mover.name),
      column("moverNo", "调动人工号", "Mover's staff no.", "code", ({ mover }) => mover.staffNo),
      column("from", "现任岗位", "From", "text", ({ from }) => from?.name ?? reserve[language]),
      column("to", "拟任岗位", "To", "text", ({ to }) => to?.name ?? reserve[language]),
      column("moveDay", "调动日期", "Day of the move", "day", ({ moveDay }) => moveDay),
      column("dueOn", "应发日期", "Due", "day", ({ dueOn }) => dueOn),
      column("state", "状态", "State", "text", ({ state }) => noticeStateNames[state][language]),
      column("late", "逾期", "Late", "text", ({ isLate }) =>
        mark(isLate, language, { zh: "逾期未发", en: "late" }),
      ),
      column("issuedOn", "发出日期", "Issued", "day", ({ issuedOn }) => issuedOn),
      column("acknowledgedOn", "签收日期", "Acknowledged", "day", (row) => row.acknowledgedOn),
      column("set", "调整单", "Change set", "code", ({ setNumber }) => setNumber),
    ],
  });
}

const stuckNames = {
  "not-begun": { zh: "到岗未开始", en: "not begun" },
  "not-closed": { zh: "逾期未办结", en: "not closed" },
};
export function handoverList(desk: Desk, { language }: Asked): ReportDocument {
  const column = columnOf<HandoverRow>();
  return reportOf(desk, language, {
    kind: "handovers",
    title: { zh: "轮岗交接台账", en: "Ledger of handovers" },
    filters: asOf(desk),
    withRules: false,
    notes: [],
    rows: shownHandovers(desk, handoversOf(desk)),
    columns: [
      column("no", "序号", "No.", "integer", (_, at) => at + 1),
      column("post", "岗位", "Post", "text", ({ post }) => post.name),
      column("postCode", "岗位编码", "Post code", "code", ({ post }) => post.code),
      column("department", "内设机构", "Department", "text", ({ post }) => post.department),
      column("giver", "移交人", "Giver", "text", ({ giver }) => giver.name),
      column("giverNo", "移交人工号", "Giver's staff no.", "code", ({ giver }) => giver.staffNo),
      column("taker", "接收人", "Taker", "text", ({ taker }) => taker?.name ?? null),
      column("takerNo", "接收人工号", "Taker's staff no.", "code", ({ taker }) => taker?.staffNo ?? null),
      column("witness", "监交人", "Witness", "text", ({ witness }) => witness?.name ?? null),
      column("from", "接收人到岗", "Taker arrives", "day", ({ from }) => from),
      column("lastDay", "移交人最后一日", "Giver's last day", "day", ({ lastDay }) => lastDay),
      column("state", "状态", "State", "text", ({ state }) => handoverStateNames[state][language]),
      column("stuck", "提示", "Stuck", "text", ({ stuck }) => (stuck ? stuckNames[stuck][language] : null)),
      column("itemsDone", "已办事项", "Items settled", "integer", ({ itemsDone }) => itemsDone),
      column("items", "事项总数", "Items", "integer", ({ items }) => items),
      column("signed", "已签字人数", "Signatures", "integer", ({ signed }) => signed.length),
      column("set", "调整单", "Change set", "code", ({ setNumber }) => setNumber),
    ],
  });
}

export function followUpList(desk: Desk, { language }: Asked): ReportDocument {
  const column = columnOf<FollowUpRow>();
  return reportOf(desk, language, {
    kind: "follow-ups",
    title: { zh: "轮岗后续事项台账", en: "Ledger of follow-ups" },
    filters: asOf(desk),
    withRules: false,
    notes: [],
    rows: shownFollowUps(desk, followUpsOf(desk), handoversOf(desk)),
    columns: [
      column("no", "序号", "No.", "integer", (_, at) => at + 1),
      column("kind", "事项", "Follow-up", "text", ({ kind }) => followUpNames[kind][language]),
      column("person", "姓名", "Person", "text", ({ person }) => person.name),
      column("staffNo", "工号", "Staff no.", "code", ({ person }) => person.staffNo),
      column("post", "离任岗位", "Post left", "text", ({ post }) => post.name),
      column("department", "内设机构", "Department", "text", ({ post }) => post.department),
      column("dueOn", "期限", "Due", "day", ({ dueOn }) => dueOn),
      column("state", "状态", "State", "text", ({ state }) => followUpStateNames[state][language]),
      column("overdue", "逾期", "Overdue", "text", ({ isOverdue }) =>
        mark(isOverdue, language, { zh: "逾期", en: "overdue" }),
      ),
      column(
        "actsAfter",
        "离任后办理（待核）",
        "Acts after leaving (to be looked into)",
        "integer",
        (row) => row.actsAfter,
      ),
      column("reason", "缘由", "Asked for because", "text", ({ reason }) => reason || null),
      column("result", "结果", "Result", "text", ({ result }) => result || null),
      column("doneBy", "办结人", "Done by", "text", ({ doneBy }) => doneBy),
      column("doneOn", "办结日期", "Done on", "day", ({ doneOn }) => doneOn),
    ],
  });
}
