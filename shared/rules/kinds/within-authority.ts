// within-authority: an act without a post, without authority, outside its days or amount, or lent on without leave.
import type { Fen } from "../../domain/money.ts";
import type { Text } from "../../domain/text.ts";
import { amountOf, coverageOf } from "../cover.ts";
import { personText, wanText } from "../sentence.ts";
import type { Act, Coverage, CoverageReason, View } from "../view.ts";
import { caseGroups } from "./grouping.ts";
import { type KindModule, noBreach } from "./kind.ts";

export const withinAuthority: KindModule<"within-authority", Act, null> = (context) => {
  const { rule, view } = context;
  const reasons = new Set<CoverageReason>(rule.parameters.reasons);
  const governed = new Set<string>();
  for (const authority of view.world.authorities) {
    const matterId = view.steps.get(authority.stepId)?.matterId;
    if (matterId !== undefined && context.admits(matterId)) governed.add(matterId);
  }

  return {
    unmet: governed.size > 0 ? null : { zh: "没有任何授权记录", en: "no authority is on record" },
    groups: (touched) => caseGroups(context, touched, (shape) => governed.has(shape.matterId)),
    start: () => null,
    step(_state, act) {
      const { actorId } = act;
      if (actorId === null) return noBreach;
      const coverage = coverageOf(view, act, actorId);
      const { reason, authorityIds, delegationIds } = coverage;
      if (reason === null || !reasons.has(reason)) return noBreach;
      return [
        {
          groupKey: act.case.id,
          subject: actorId,
          anchor: act.approval.naturalKey,
          basis: "actual",
          personIds: [actorId],
          day: act.day,
          acts: [act],
          after: [
            ...authorityIds.map((id) => ({ kind: "authority" as const, id })),
            ...delegationIds.map((id) => ({ kind: "delegation" as const, id })),
          ],
          say: () => say(view, act, actorId, { ...coverage, reason }),
        },
      ];
    },
  };
};

type Uncovered = Pick<Coverage, "authorityIds"> & { reason: CoverageReason };
function say(view: View, act: Act, actorId: string, { reason, authorityIds }: Uncovered): Text {
  const person = personText(view, actorId);
  const amount = amountOf(act);
  const because: Record<CoverageReason, Text> = {
    "no-post": { zh: "当日未任任何岗位，也未见授权", en: "held no post and no authority that day" },
    "no-authority": { zh: "未见该环节的授权", en: "has no authority for this step on record" },
    "outside-days": { zh: "不在授权期限之内", en: "the authority was not in force that day" },
    "over-amount": amount === null ? { zh: "", en: "" } : sayAmount(view, amount, authorityIds),
    "sub-delegated": {
      zh: "所持转授权未见有效来源",
      en: "the delegation was not given by somebody entitled to give it",
    },
    "no-collective": { zh: "未见集体决策文号", en: "no document no. of a collective decision is on record" },
  };
  return {
    zh: `${person.zh}于 ${act.day} 在业务件 ${act.case.caseNo} 办理“${act.step.name}”，${because[reason].zh}。`,
    en: `${person.en} acted on “${act.step.name}” of case ${act.case.caseNo} on ${act.day}: ${because[reason].en}.`,
  };
}

/** A range has two ends: who is authorised for large amounts alone is not thereby authorised for small ones. */
function sayAmount(view: View, amount: Fen, authorityIds: readonly string[]): Text {
  const money = wanText(amount);
  const ranges = authorityIds.map((id) => view.authorities.get(id)).filter((row) => row !== undefined);
  if (ranges.every(({ upTo }) => upTo !== null && amount > upTo))
    return { zh: `金额 ${money.zh}超出授权额度`, en: `${money.en} is above the authorised amount` };
  if (ranges.every(({ over }) => over !== null && amount <= over))
    return { zh: `金额 ${money.zh}低于授权额度的下限`, en: `${money.en} is below the authorised amounts` };
  return { zh: `金额 ${money.zh}不在授权额度之内`, en: `${money.en} is outside the authorised amounts` };
}
