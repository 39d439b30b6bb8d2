// One notice as a letter (通知书): who moves where from which day, on what basis, and what has to be handed over by when.
import type { NoticeRow } from "../../../shared/contract/handovers.ts";
import { addDays } from "../../../shared/domain/day.ts";
import { type Handover, itemTypeNames, standingItemTypes } from "../../../shared/domain/handover.ts";
import type { ReportDocument, ReportLanguage } from "../../../shared/domain/report.ts";
import type { Text } from "../../../shared/domain/text.ts";
import { changeSetOf } from "../../queries/change-sets.ts";
import { type Desk, gone } from "../desk.ts";
import { shownNotices } from "../handovers/shown.ts";
import { handoversOf, storedNotice } from "../handovers/stored.ts";
import { labelsOf } from "../labels.ts";
import { columnOf, reportOf } from "./frame.ts";

interface Line {
  name: Text;
  value: Text;
}
const line = (zh: string, en: string, value: Text): Line => ({ name: { zh, en }, value });
const plain = (words: string): Text => ({ zh: words, en: words });
const post = (one: NoticeRow["from"]): Text =>
  one
    ? { zh: `${one.name}（${one.department}）`, en: `${one.name} (${one.department})` }
    : { zh: "待安排", en: "reserve" };

function handoverLine(desk: Desk, handover: Handover, isGiver: boolean): Line {
  const labels = labelsOf(desk.world());
  const { from, lastDay } = handover;
  const name = labels.post(handover.postId)?.name ?? "?";
  const other = isGiver ? handover.takerId : handover.giverId;
  const who = other === null ? { zh: "待定", en: "not named yet" } : plain(labels.person(other).name);
  const days =
    from <= lastDay
      ? { zh: `${from} 至 ${lastDay}`, en: `${from} to ${lastDay}` }
      : { zh: `${lastDay}（同日交接）`, en: `${lastDay} (no overlap)` };
  return isGiver
    ? line("须移交", "To hand over", {
        zh: `“${name}”，接收人 ${who.zh}；${days.zh}；${lastDay} 为最后一日，当日收回权限`,
        en: `"${name}", to ${who.en}; ${days.en}; ${lastDay} is the last day, and access ends with it`,
      })
    : line("须接收", "To take over", {
        zh: `“${name}”，移交人 ${who.zh}；${days.zh}`,
        en: `"${name}", from ${who.en}; ${days.en}`,
      });
}

/** @throws FaultError missing: no such notice */
export function noticeLetter(
  desk: Desk,
  { language, paperId }: { language: ReportLanguage; paperId: string | null },
): ReportDocument {
  const notice = paperId === null ? null : storedNotice(desk, paperId);
  const [row] = notice ? shownNotices(desk, [notice]) : [];
  if (!notice || !row) throw gone({ zh: "这份通知", en: "This notice" });
  const set = notice.body.setId === null ? null : changeSetOf(desk.db(), notice.body.setId);
  const basis = set
    ? {
        zh: `${set.docNo ? `${set.docNo}；` : ""}经批准的调整单 ${set.number}`,
        en: `${set.docNo ? `${set.docNo}; ` : ""}change set ${set.number} as approved`,
      }
    : { zh: "（未填）", en: "(not given)" };
  const isRetraction = row.kind === "retraction";
  const papers = handoversOf(desk).filter(({ state }) => state !== "retracted");
  const giving = papers.find(
    (one) =>
      one.giverId === notice.moverId &&
      one.postId === notice.body.fromPostId &&
      one.lastDay === addDays(notice.moveDay, -1),
  );
  const taking = papers.find((one) => one.takerId === notice.moverId && one.postId === notice.body.toPostId);
  const lines: Line[] = [
    line("致", "To", {
      zh: `${row.recipient.name}（工号 ${row.recipient.staffNo}）`,
      en: `${row.recipient.name} (staff no. ${row.recipient.staffNo})`,
    }),
    line("依据", "Basis", basis),
    line("调动人", "Mover", {
      zh: `${row.mover.name}（工号 ${row.mover.staffNo}）`,
      en: `${row.mover.name} (staff no. ${row.mover.staffNo})`,
    }),
    line("现任岗位", "Leaves", post(row.from)),
    line("拟任岗位", "Takes", post(row.to)),
    line("调动日期", "Day", plain(row.moveDay)),
    ...(isRetraction
      ? [line("事由", "About", { zh: "上述调动不再进行", en: "this move will not take place" })]
      : [
          ...(giving ? [handoverLine(desk, giving, true)] : []),
          ...(taking ? [handoverLine(desk, taking, false)] : []),
          line("移交事项", "Items", {
            zh: ["在办业务", ...standingItemTypes.map((type) => itemTypeNames[type].zh)].join("、"),
            en: ["open cases", ...standingItemTypes.map((type) => itemTypeNames[type].en)].join(", "),
          }),
        ]),
  ];
  const column = columnOf<Line>();
  return reportOf(desk, language, {
    kind: "notice",
    title: isRetraction
      ? { zh: "轮岗撤销通知书", en: "Notice of a retracted move" }
      : { zh: "轮岗通知书", en: "Notice of rotation" },
    filters: [],
    withRules: false,
    rows: lines,
    columns: [
      column("name", "项目", "Item", "text", ({ name }) => name[language]),
      column("value", "内容", "Content", "text", ({ value }) => value[language]),
    ],
    notes: [
      {
        zh: "请按期办理交接；有特殊困难的，请在收到通知后及时书面提出。",
        en: "Please hand over in time; if there is a particular difficulty, say so in writing soon after receiving this.",
      },
      {
        zh: "发出单位（盖章）：　　　　　　　　日期：　　　　　　　　签收人（签字）：　　　　　　　　日期：　　　　　　　　",
        en: "Issued by (seal): ______________   Date: ____________   Received by (signed): ______________   Date: ____________",
      },
    ],
  });
}
