// One change set as a document (授权调整单): what it changes before → after, its effect, who made and who checked it; to be signed.
import { type Effect, effectSchema } from "../../../shared/contract/changes.ts";
import { dayOf } from "../../../shared/domain/day.ts";
import { fault } from "../../../shared/domain/fault.ts";
import { formatCny, formatWan } from "../../../shared/domain/money.ts";
import type { ReportDocument } from "../../../shared/domain/report.ts";
import type { Text } from "../../../shared/domain/text.ts";
import {
  changeSetOf,
  type DecisionAct,
  decisionsOf,
  editsOf,
  type StoredDecision,
} from "../../queries/change-sets.ts";
import { stateNames } from "../change-sets/may.ts";
import { type EditInWords, editsInWords } from "../change-sets/sentence.ts";
import { groundOf } from "../change-sets/shown.ts";
import { isCorrecting } from "../change-sets/terms.ts";
import type { Desk } from "../desk.ts";
import { type Asked, columnOf, reportOf } from "./frame.ts";

type Settling = Exclude<DecisionAct, "submit">;
/** What the lines of whoever settled it are called: who withdrew it, or approved another branch, has checked nothing. */
const settled: Record<Settling, { by: Text; words: Text }> = {
  approve: { by: { zh: "审核", en: "Checked by" }, words: { zh: "审核意见", en: "Decision" } },
  reject: { by: { zh: "审核", en: "Checked by" }, words: { zh: "审核意见", en: "Decision" } },
  withdraw: { by: { zh: "撤回", en: "Withdrawn by" }, words: { zh: "撤回理由", en: "Why withdrawn" } },
  supersede: {
    by: { zh: "批准另一分支", en: "Another branch approved by" },
    words: { zh: "被替代为", en: "Superseded by" },
  },
};

/** More of one sort are counted, not listed. */
const mostListed = 12;

/** @throws FaultError missing: no such change set */
export function changeSetReport(
  desk: Desk,
  { language, changeSetId }: Asked & { changeSetId: string | null },
): ReportDocument {
  const set = changeSetId === null ? null : changeSetOf(desk.db(), changeSetId);
  if (!set)
    throw fault("missing", {
      zh: "没有这份调整单。请在“调整单”页选定一份。",
      en: "There is no such change set: choose one on the page of change sets.",
    });
  const edits = editsOf(desk.db(), set.id).map(({ edit }) => edit);
  const { facts, rules, day } = groundOf(desk, set);
  const decisions = decisionsOf(desk.db(), set.id);
  const submitted = decisions.findLast(({ act }) => act === "submit");
  const decided = decisions.findLast(isSettling);
  const on = (at: number): string => dayOf(at, desk.world().settings.timeZone);
  const stored = decisions.findLast((one) => one.effect !== null)?.effect ?? null;
  const effect = stored === null ? null : effectSchema.parse(JSON.parse(stored));
  const column = columnOf<EditInWords>();
  const said = (text: Text | null): string | null => text?.[language] ?? null;
  const state = stateNames[set.state][language];
  return reportOf(desk, language, {
    kind: "change-set",
    title: { zh: `授权调整单 ${set.number}`, en: `Change set ${set.number}` },
    filters: [
      { name: { zh: "名称", en: "Name" }, value: set.name },
      {
        name: { zh: "状态", en: "State" },
        value: isCorrecting(desk, set) ? `${state} · ${language === "zh" ? "更正" : "a correction"}` : state,
      },
      { name: { zh: "生效日", en: "Holds from" }, value: day },
      { name: { zh: "文号", en: "Document no." }, value: set.docNo ?? "—" },
      { name: { zh: "事由", en: "Reason" }, value: set.reason || "—" },
      {
        name: { zh: "起草", en: "Made by" },
        value: `${submitted?.by ?? set.madeBy} ${on(submitted?.at ?? set.madeAt)}`,
      },
      {
        name: settled[decided?.act ?? "approve"].by,
        value: decided ? `${decided.by} ${on(decided.at)}` : "—",
      },
      ...(decided && decided.words !== ""
        ? [{ name: settled[decided.act].words, value: decided.words }]
        : []),
      { name: { zh: "基准留痕", en: "Base entry" }, value: String(set.baseSeq) },
    ],
    withRules: false,
    rows: editsInWords(facts, rules, edits, day),
    columns: [
      column("no", "序号", "No.", "integer", (_, index) => index + 1),
      column("act", "改动", "Edit", "text", ({ act }) => said(act)),
      column("title", "对象", "What", "text", ({ title }) => said(title)),
      column("before", "原为", "Before", "text", ({ before }) => said(before)),
      column("after", "改为", "After", "text", ({ after }) => said(after)),
    ],
    notes: [
      ...(effect
        ? effectNotes(effect)
        : [{ zh: "尚未试算影响。", en: "Its effect has not been simulated yet." }]),
      {
        zh: "操作员姓名在本机选定，尚无口令保护；以签字为准。",
        en: "Operators' names are chosen at this computer and not protected by a password yet: the signatures count.",
      },
      {
        zh: "起草（签字）：　　　　　　　　审核（签字）：　　　　　　　　日期：　　　　　　　　",
        en: "Made by (signed): ______________   Checked by (signed): ______________   Date: ______________",
      },
    ],
  });
}

const isSettling = (one: StoredDecision): one is StoredDecision & { act: Settling } => one.act !== "submit";

function effectNotes(effect: Effect): Text[] {
  const some = (lines: readonly Text[], zh: string, en: string): Text[] => {
    const more = lines.length - mostListed;
    return [
      ...lines.slice(0, mostListed).map((line) => ({ zh: `${zh}：${line.zh}`, en: `${en}: ${line.en}` })),
      ...(more > 0 ? [{ zh: `${zh}：另有 ${more} 处`, en: `${en}: ${more} more` }] : []),
    ];
  };
  const sentences = (found: Effect["appearing"]): Text[] => found.map(({ sentence }) => sentence);
  const statuses: Record<Effect["staffing"][number]["before"], Text> = {
    staffed: { zh: "可编组", en: "staffed" },
    impossible: { zh: "无法编组", en: "cannot be staffed" },
    undecided: { zh: "未判定", en: "undecided" },
  };
  const shifts = effect.staffing.map((one): Text => {
    const of = (language: "zh" | "en", side: "before" | "after"): string => {
      const fewest = side === "before" ? one.minimumBefore : one.minimumAfter;
      const status = statuses[one[side]][language];
      if (fewest === null) return status;
      return language === "zh" ? `${status}（最少 ${fewest} 人）` : `${status} (${fewest} people at least)`;
    };
    return {
      zh: `${one.matterName}${one.upTo === null ? " 不限额" : ` ≤ ${formatWan(one.upTo)} 万元`}：${of("zh", "before")} → ${of("zh", "after")}`,
      en: `${one.matterName}${one.upTo === null ? ", any amount" : ` ≤ ${formatCny(one.upTo)}`}: ${of("en", "before")} → ${of("en", "after")}`,
    };
  });
  const people = effect.people.flatMap(({ name, staffNo, gains, loses }): Text[] => {
    const whole = (language: "zh" | "en"): string =>
      [...gains.map((line) => `+ ${line[language]}`), ...loses.map((line) => `− ${line[language]}`)].join(
        "；",
      );
    return [{ zh: `${name}（${staffNo}）${whole("zh")}`, en: `${name} (${staffNo}) ${whole("en")}` }];
  });
  return [
    {
      zh: `试算影响（第 ${effect.headSeq} 条留痕之后，按 ${effect.day}）：疑似冲突、缺口等出现 ${effect.appearing.length} 处，消失 ${effect.vanishing.length} 处，其余 ${effect.remaining} 处不变；${effect.people.length} 人职权有变。`,
      en: `Simulated effect (after entry ${effect.headSeq}, as of ${effect.day}): ${effect.appearing.length} possible conflict(s) and gap(s) appear, ${effect.vanishing.length} vanish, ${effect.remaining} stay; the powers of ${effect.people.length} people change.`,
    },
    ...some(sentences(effect.appearing), "出现", "Appears"),
    ...some(sentences(effect.vanishing), "消失", "Vanishes"),
    ...some(shifts, "编组", "Staffing"),
    ...some(people, "人员", "People"),
    ...some(
      effect.endingDelegations.map(({ sentence }) => sentence),
      "转授权",
      "Delegation",
    ),
  ];
}
