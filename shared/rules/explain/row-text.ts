// Evidence that is no act, as one plain line: assignments, standing duties, authorities, delegations, relations, cases.
import type { Evidence } from "../../domain/conflict.ts";
import { assignmentChoices, relationChoices } from "../../domain/sheets.ts";
import type { Text } from "../../domain/text.ts";
import { daysText, dutyText, personText, postText, supplierText, wanText } from "../sentence.ts";
import type { View } from "../view.ts";

const docText = (docNo: string | null): Text =>
  docNo === null ? { zh: "", en: "" } : { zh: `（${docNo}）`, en: ` (${docNo})` };

/** "授权 A-001：岗位“科长”可办理“审批”，10.00 万元以内" */
export function authorityText(view: View, authorityId: string): Text {
  const row = view.authorities.get(authorityId);
  if (!row) return { zh: `授权 ${authorityId}`, en: `Authority ${authorityId}` };
  const holder = row.postId === null ? personText(view, row.personId ?? "") : postText(view, row.postId);
  const step = view.steps.get(row.stepId)?.name ?? row.stepId;
  const over = row.over === null ? null : wanText(row.over);
  const upTo = row.upTo === null ? null : wanText(row.upTo);
  const range: Text =
    over && upTo
      ? { zh: `，超过 ${over.zh}至 ${upTo.zh}`, en: `, over ${over.en} up to ${upTo.en}` }
      : upTo
        ? { zh: `，${upTo.zh}以内`, en: `, up to ${upTo.en}` }
        : over
          ? { zh: `，超过 ${over.zh}`, en: `, over ${over.en}` }
          : { zh: "，不限额", en: ", any amount" };
  const doc = docText(row.docNo);
  const days = daysText(row.from, row.until);
  return {
    zh: `授权 ${row.code}${doc.zh}：${holder.zh}办理“${step}”${range.zh}，${days.zh}`,
    en: `Authority ${row.code}${doc.en}: ${holder.en} for “${step}”${range.en}, ${days.en}`,
  };
}

export function assignmentText(view: View, assignmentId: string): Text | null {
  const row = view.world.assignments.find((one) => one.id === assignmentId);
  if (!row) return null;
  const kind = assignmentChoices.find(({ value }) => value === row.kind)?.name;
  const [who, post] = [personText(view, row.personId), postText(view, row.postId)];
  const [days, doc] = [daysText(row.from, row.until), docText(row.docNo)];
  return {
    zh: `任职：${who.zh}${days.zh}任${post.zh}（${kind?.zh ?? row.kind}）${doc.zh}`,
    en: `Assignment: ${who.en} as ${post.en} (${kind?.en.toLowerCase() ?? row.kind}) ${days.en}${doc.en}`,
  };
}

export function delegationText(view: View, delegationId: string): Text | null {
  const row = view.world.delegations.find((one) => one.id === delegationId);
  if (!row) return null;
  const [giver, taker] = [personText(view, row.fromPersonId), personText(view, row.toPersonId)];
  const [days, doc] = [daysText(row.from, row.until), docText(row.docNo)];
  const code = view.authorities.get(row.authorityId)?.code ?? row.authorityId;
  return {
    zh: `转授权${doc.zh}：${giver.zh}将授权 ${code} 转授${taker.zh}，${days.zh}`,
    en: `Delegation${doc.en}: ${giver.en} lent authority ${code} to ${taker.en} ${days.en}`,
  };
}

/** Null for a row that has gone since. */
export function rowText(view: View, { kind, id }: Evidence): Text | null {
  switch (kind) {
    case "assignment":
      return assignmentText(view, id);
    case "authority":
      return view.authorities.has(id) ? authorityText(view, id) : null;
    case "delegation":
      return delegationText(view, id);
    case "post-duty": {
      const row = view.world.postDuties.find((one) => one.id === id);
      if (!row) return null;
      const [post, duty] = [postText(view, row.postId), dutyText(view, row.duty)];
      const days = daysText(row.from, row.until);
      return {
        zh: `常设职责：${post.zh}承担${duty.zh}，${days.zh}`,
        en: `Standing duty: ${post.en} carries ${duty.en} ${days.en}`,
      };
    }
    case "relation": {
      const row = view.world.relations.find((one) => one.id === id);
      if (!row) return null;
      const name = relationChoices.find(({ value }) => value === row.type)?.name;
      const one = personText(view, row.personId);
      const other =
        row.supplierId === null
          ? personText(view, row.otherPersonId ?? "")
          : supplierText(view, row.supplierId);
      const days = daysText(row.from, row.until);
      return {
        zh: `回避关系：${one.zh}与${other.zh}，${name?.zh ?? row.type}，${days.zh}`,
        en: `Relation: ${one.en} and ${other.en}, ${name?.en.toLowerCase() ?? row.type}, ${days.en}`,
      };
    }
    case "absence": {
      const row = view.world.absences.find((one) => one.id === id);
      if (!row) return null;
      const [who, days] = [personText(view, row.personId), daysText(row.from, row.until)];
      return { zh: `缺勤：${who.zh}，${days.zh}`, en: `Absence: ${who.en} ${days.en}` };
    }
    case "case": {
      const of = view.cases.get(id);
      if (!of) return null;
      const day = view.datedCases().find((one) => one.case.id === id)?.day;
      const money = of.amount === null ? { zh: "金额未填", en: "no amount" } : wanText(of.amount);
      const on = day ? { zh: `，计在 ${day}`, en: `, counted on ${day}` } : { zh: "", en: "" };
      return {
        zh: `业务件 ${of.caseNo}：${money.zh}${on.zh}`,
        en: `Case ${of.caseNo}: ${money.en}${on.en}`,
      };
    }
    default:
      return null;
  }
}
