// sequence/after-reject: rejected by one person, then approved on the same step by another within days.
import { daysBetween } from "../../domain/day.ts";
import { caseNoOf, personText } from "../sentence.ts";
import type { Act, View } from "../view.ts";
import { caseGroups } from "./grouping.ts";
import { type Breach, type Context, type Fold, noBreach } from "./kind.ts";
import { type Asked, breachOfCase, unmetOrder } from "./sequence-common.ts";

interface State {
  /** Rejects by named people, latest first. */
  rejects: Act[];
}

export const afterReject = (
  context: Context<"sequence">,
  asked: Asked<"after-reject">,
): Fold<Act, State> => ({
  unmet: unmetOrder(context),
  groups: (touched) => caseGroups(context, touched, () => true),
  start: () => ({ rejects: [] }),
  step({ rejects }, act) {
    const { actorId } = act;
    if (actorId === null) return noBreach;
    if (act.approval.action === "reject") rejects.unshift(act);
    if (act.approval.action !== "approve") return noBreach;
    const reject = rejects.find(
      (one) =>
        one.step === act.step && one.actorId !== actorId && daysBetween(one.day, act.day) <= asked.days,
    );
    return reject ? [breachOf(context.view, actorId, reject, act)] : noBreach;
  },
});

function breachOf(view: View, actorId: string, reject: Act, act: Act): Breach {
  const caseNo = caseNoOf(view, act.case.id);
  return breachOfCase(act.case.id, [reject, act], {
    subject: actorId,
    anchor: act.approval.naturalKey,
    day: act.day,
    say: () => {
      const [who, whom] = [personText(view, actorId), personText(view, reject.actorId ?? "")];
      return {
        zh: `业务件 ${caseNo} 的“${act.step.name}”于 ${reject.day} 由${whom.zh}退回，${act.day} 改由${who.zh}同意，疑似换人通过。`,
        en: `In case ${caseNo}, “${act.step.name}” was rejected by ${whom.en} on ${reject.day} and approved by ${who.en} on ${act.day}: possibly passed by going to somebody else.`,
      };
    },
  });
}
