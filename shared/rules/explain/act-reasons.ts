// Why an act counts: which duty of the rule it is, through which implication, whose act it is, by which authority.
import { contains } from "../../domain/day.ts";
import { coversAmount } from "../../domain/money.ts";
import type { Rule } from "../../domain/rule.ts";
import { actionChoices } from "../../domain/sheets.ts";
import type { Text } from "../../domain/text.ts";
import { amountOf, borrowedFrom, coverageOf } from "../cover.ts";
import { dutyText, personText, postText, wanText } from "../sentence.ts";
import type { Act, View } from "../view.ts";
import { assignmentText, authorityText, delegationText } from "./row-text.ts";

/** The duties that a rule names, wherever its kind puts them. */
function dutiesAsked(rule: Rule): string[] {
  const asked: string[] = [];
  const named = new Set(["duties", "otherDuties", "duty", "earlier", "later", "base", "added"]);
  for (const [key, value] of Object.entries(rule.parameters))
    if (named.has(key)) asked.push(...(Array.isArray(value) ? value.map(String) : [String(value)]));
  return [...new Set(asked)];
}

/** "2026-03-02，李芳（1003）以科长身份在业务件 C-1 办理“审批”（同意），12.00 万元。" */
export function actText(view: View, act: Act): Text {
  const { approval } = act;
  const who =
    approval.personId === null
      ? { zh: "（记录未写明何人）", en: "somebody whom the record does not name" }
      : personText(view, approval.personId);
  const post = approval.postId === null ? null : postText(view, approval.postId);
  const action = actionChoices.find(({ value }) => value === approval.action)?.name;
  const amount = amountOf(act);
  const money = amount === null ? null : wanText(amount);
  const doc = approval.docNo === null ? "" : approval.docNo;
  return {
    zh: `${act.day}，${who.zh}${post ? `以${post.zh}身份` : ""}在业务件 ${act.case.caseNo} 办理“${act.step.name}”（${action?.zh ?? approval.action}）${money ? `，金额 ${money.zh}` : ""}${doc ? `，文号 ${doc}` : ""}。`,
    en: `${act.day}: ${who.en}${post ? ` as ${post.en}` : ""} acted on “${act.step.name}” of case ${act.case.caseNo} (${action?.en.toLowerCase() ?? approval.action})${money ? `, ${money.en}` : ""}${doc ? `, document ${doc}` : ""}.`,
  };
}

export function reasonsOfAct(view: View, rule: Rule, act: Act): Text[] {
  return [...dutyReasons(view, rule, act), ...creditReasons(view, act), ...authorityReasons(view, act)];
}

function dutyReasons(view: View, rule: Rule, act: Act): Text[] {
  const asked = dutiesAsked(rule);
  if (asked.length === 0) return [];
  const own = act.step.duty;
  const name = dutyText(view, own);
  if (asked.includes(own))
    return [
      { zh: `该环节的职责即规则所列“${name.zh}”。`, en: `The step's duty is the rule's “${name.en}”.` },
    ];
  const matched = asked.filter((duty) => act.duties.has(duty));
  return matched.map((duty) => {
    const path = chainText(impliedPath(view, own, duty).map((code) => dutyText(view, code)));
    const wanted = dutyText(view, duty);
    return {
      zh: `该环节的职责“${name.zh}”包含规则所列“${wanted.zh}”（${path.zh}）。`,
      en: `The step's duty “${name.en}” includes the rule's “${wanted.en}” (${path.en}).`,
    };
  });
}
const chainText = (parts: readonly Text[]): Text => ({
  zh: parts.map((part) => part.zh).join(" → "),
  en: parts.map((part) => part.en).join(" → "),
});

/** Shortest chain of implications from one duty to another, both included. */
function impliedPath(view: View, from: string, to: string): string[] {
  const before = new Map<string, string | null>([[from, null]]);
  for (const code of before.keys()) {
    if (code === to) break;
    const duty = view.duties.get(code);
    const next = [...(duty?.implies ?? [])];
    // As in `impliedDuties`: the two general duties that every duty of their type implies.
    if (duty?.type === "authorise") next.push("approve");
    if (duty?.type === "initiate") next.push("apply");
    for (const one of next) if (!before.has(one)) before.set(one, code);
  }
  const path: string[] = [];
  for (let at: string | null = to; at !== null; at = before.get(at) ?? null) path.unshift(at);
  return path;
}

function creditReasons(view: View, act: Act): Text[] {
  const { actorId, approval } = act;
  const actor = actorId === null ? null : personText(view, actorId);
  const principal = approval.onBehalfOfId;
  const system: Text[] = act.isBySystem
    ? [{ zh: "由系统账户办理，系统账户不计为人。", en: "A system account acted; it counts as nobody." }]
    : [];
  if (principal !== null) {
    if (principal === actorId || view.people.get(principal)?.isSystem) return system;
    const whom = personText(view, principal);
    return [
      ...system,
      {
        zh: `记录写明代${whom.zh}办理，${whom.zh}一并计入。`,
        en: `The record says it was done on behalf of ${whom.en}, who is credited with it too.`,
      },
    ];
  }
  if (actorId === null || !actor) return system;
  return borrowedFrom(view, act, actorId).flatMap((loan): Text[] => {
    const giver = personText(view, loan.fromPersonId);
    const line = delegationText(view, loan.id);
    if (view.people.get(loan.fromPersonId)?.isSystem) return [];
    return [
      {
        zh: `${actor.zh}当日没有覆盖该办理的本人授权，凭${giver.zh}的转授权办理，${giver.zh}一并计入。${line ? `${line.zh}。` : ""}`,
        en: `${actor.en} had no authority of their own that covers it that day and acted by a delegation from ${giver.en}, who is credited with it too.${line ? ` ${line.en}.` : ""}`,
      },
    ];
  });
}

function authorityReasons(view: View, act: Act): Text[] {
  const { actorId } = act;
  const holders = view.holdersOf.get(act.step.id);
  if (actorId === null || !holders) return [];
  const amount = amountOf(act);
  const lines: Text[] = [];
  const note = (authorityId: string, assignmentId: string | null): void => {
    const by = authorityText(view, authorityId);
    const held = assignmentId === null ? null : assignmentText(view, assignmentId);
    lines.push({
      zh: `依据${by.zh}${held ? `；${held.zh}` : ""}。`,
      en: `By ${by.en}${held ? `; ${held.en}` : ""}.`,
    });
  };
  for (const row of holders.people.get(actorId) ?? [])
    if (contains(row, act.day) && (amount === null || coversAmount(row, amount))) note(row.id, null);
  const posts = new Set<string>();
  for (const assignment of view.assignmentsOf.get(actorId) ?? []) {
    if (posts.has(assignment.postId) || !contains(assignment, act.day)) continue;
    posts.add(assignment.postId);
    for (const row of holders.posts.get(assignment.postId) ?? [])
      if (contains(row, act.day) && (amount === null || coversAmount(row, amount)))
        note(row.id, assignment.id);
  }
  if (
    lines.length > 0 ||
    coverageOf(view, act, actorId).reason === null ||
    borrowedFrom(view, act, actorId).length > 0
  )
    return lines;
  const who = personText(view, actorId);
  return [
    {
      zh: `${who.zh}当日未见覆盖该办理的授权。`,
      en: `No authority of ${who.en} that covers it that day is on record.`,
    },
  ];
}
