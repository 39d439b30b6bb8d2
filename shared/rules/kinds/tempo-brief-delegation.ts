// tempo/brief-delegation: an act that rests on delegations of a few days alone.
import { daysBetween } from "../../domain/day.ts";
import { borrowedFrom } from "../cover.ts";
import { sortedIds } from "../gather.ts";
import { personText } from "../sentence.ts";
import type { Act } from "../view.ts";
import { caseGroups } from "./grouping.ts";
import { type Context, type Fold, noBreach } from "./kind.ts";
import type { Asked } from "./tempo-common.ts";

export const briefDelegation = (
  context: Context<"tempo">,
  asked: Asked<"brief-delegation">,
): Fold<Act, null> => {
  const { view } = context;
  const lentSteps = new Set(
    view.world.delegations.map((row) => view.authorities.get(row.authorityId)?.stepId ?? ""),
  );
  return {
    unmet: [...lentSteps].some((id) => context.admits(view.steps.get(id)?.matterId ?? ""))
      ? null
      : { zh: "没有任何转授权记录", en: "no delegation is on record" },
    groups: (touched) =>
      caseGroups(context, touched, (shape) => shape.steps.some((step) => lentSteps.has(step.id))),
    start: () => null,
    step(_state, act) {
      const { actorId } = act;
      if (actorId === null || act.approval.onBehalfOfId !== null) return noBreach;
      const loans = borrowedFrom(view, act, actorId);
      const areBrief = loans.every(
        ({ from, until }) => until !== null && daysBetween(from, until) <= asked.maxDays,
      );
      if (loans.length === 0 || !areBrief) return noBreach;
      return [
        {
          groupKey: act.case.id,
          subject: actorId,
          anchor: act.approval.naturalKey,
          basis: "actual",
          personIds: [actorId],
          day: act.day,
          acts: [act],
          after: sortedIds(loans.map(({ id }) => id)).map((id) => ({ kind: "delegation", id })),
          say: () => {
            const who = personText(view, actorId);
            return {
              zh: `${who.zh}于 ${act.day} 在业务件 ${act.case.caseNo} 办理“${act.step.name}”，仅凭不超过 ${asked.maxDays} 日的转授权，疑似为此临时转授。`,
              en: `${who.en} acted on “${act.step.name}” of case ${act.case.caseNo} on ${act.day} by delegation of no more than ${asked.maxDays} ${asked.maxDays === 1 ? "day" : "days"} alone: possibly lent for this act.`,
            };
          },
        },
      ];
    },
  };
};
