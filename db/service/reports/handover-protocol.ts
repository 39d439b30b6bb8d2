// One handover as a protocol (交接书): parties, days, items with how they stand, grants kept, signatures; to be signed.
import { stampOf } from "../../../shared/domain/day.ts";
import {
  handoverStateNames,
  itemStateNames,
  itemTypeNames,
  signatureRoleNames,
  signatureRoles,
} from "../../../shared/domain/handover.ts";
import type { ReportDocument, ReportLanguage } from "../../../shared/domain/report.ts";
import type { Text } from "../../../shared/domain/text.ts";
import { actorAt } from "../actor.ts";
import { type Desk, gone } from "../desk.ts";
import { viewOf } from "../handovers/shown.ts";
import { storedHandover } from "../handovers/stored.ts";
import { columnOf, reportOf } from "./frame.ts";

interface Line {
  type: Text;
  title: string;
  state: Text;
  remark: string;
  by: string | null;
}

/** @throws FaultError missing: no such handover */
export function handoverProtocol(
  desk: Desk,
  { language, paperId }: { language: ReportLanguage; paperId: string | null },
): ReportDocument {
  const handover = paperId === null ? null : storedHandover(desk, paperId);
  const view = handover && viewOf(desk, actorAt(desk), handover);
  if (!view) throw gone({ zh: "这份交接", en: "This handover" });
  const { timeZone } = desk.world().settings;
  const named = (person: { name: string; staffNo: string } | null): string =>
    person ? `${person.name} ${person.staffNo}` : "—";
  const lines: Line[] = [
    ...view.list.map(({ type, title, state, remark, by }) => ({
      type: itemTypeNames[type],
      title,
      state: itemStateNames[state],
      remark,
      by,
    })),
    ...view.grants.map((grant) => ({
      type: { zh: "个人特别授权", en: "special grant" },
      title: `${grant.code} ${grant.title}`,
      state: {
        open: { zh: "未处理", en: "open" },
        drafted: { zh: "终止待审核", en: "ending, waits for approval" },
        ends: { zh: "已终止", en: "ends" },
        kept: { zh: "保留", en: "kept" },
      }[grant.state],
      remark: grant.reason ?? "",
      by: grant.keptBy,
    })),
  ];
  const signed = signatureRoles.map((role) => {
    const signature = view.signatures.find((one) => one.role === role);
    const name = signatureRoleNames[role];
    if (!signature)
      return {
        zh: `${name.zh}（签字）：　　　　　　　　日期：　　　　　　`,
        en: `${name.en} (signed): ______________   Date: ____________`,
      };
    const at = stampOf(signature.at, timeZone).slice(0, 16);
    return {
      zh: `${name.zh}：${signature.name}，${at} ${signature.isOwn ? "本人" : "纸面签字，由"}${signature.isOwn ? "签字" : `${signature.by}登记`}`,
      en: `${name.en}: ${signature.name}, ${at}, ${signature.isOwn ? "signed in person" : `on paper, recorded by ${signature.by}`}`,
    };
  });
  const column = columnOf<Line>();
  return reportOf(desk, language, {
    kind: "handover",
    title: { zh: `岗位交接书：${view.post.name}`, en: `Handover protocol: ${view.post.name}` },
    filters: [
      { name: { zh: "岗位", en: "Post" }, value: `${view.post.name} ${view.post.department}` },
      { name: { zh: "移交人", en: "Giver" }, value: named(view.giver) },
      { name: { zh: "接收人", en: "Taker" }, value: named(view.taker) },
      {
        name: { zh: "监交人", en: "Witness" },
        value: `${named(view.witness)}${view.witnessBasis ? ` ${view.witnessBasis}` : ""}`,
      },
      { name: { zh: "接收人到岗", en: "Taker arrives" }, value: view.from },
      { name: { zh: "移交人最后一日", en: "Giver's last day" }, value: view.lastDay },
      { name: { zh: "状态", en: "State" }, value: handoverStateNames[view.state][language] },
    ],
    withRules: false,
    rows: lines,
    columns: [
      column("no", "序号", "No.", "integer", (_, at) => at + 1),
      column("type", "类别", "Kind", "text", ({ type }) => type[language]),
      column("title", "名称", "What", "text", ({ title }) => title || null),
      column("state", "情况", "State", "text", ({ state }) => state[language]),
      column("remark", "说明", "Remark", "text", ({ remark }) => remark || null),
      column("by", "经办", "Said by", "text", ({ by }) => by),
    ],
    notes: [
      ...(view.remark === "" ? [] : [{ zh: view.remark, en: view.remark }]),
      ...view.reopened.map(({ at, by, reason }) => ({
        zh: `${stampOf(at, timeZone).slice(0, 16)} ${by} 重新办理：${reason}`,
        en: `${stampOf(at, timeZone).slice(0, 16)} begun again by ${by}: ${reason}`,
      })),
      view.witnesses.rule,
      ...signed,
    ],
  });
}
