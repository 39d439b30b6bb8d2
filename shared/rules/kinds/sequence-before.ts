// sequence/before: an act of a duty that must follow another was done without it (paid before accepted).
import { stampOf } from "../../domain/day.ts";
import type { Text } from "../../domain/text.ts";
import { caseNoOf, dutyText } from "../sentence.ts";
import type { Act, View } from "../view.ts";
import { caseGroups } from "./grouping.ts";
import { type Context, type Fold, found, noBreach, nothing } from "./kind.ts";
import { mattersWithBoth, noMatterWithBoth } from "./matching.ts";
import { type Asked, breachOfCase, isDone, unmetOrder } from "./sequence-common.ts";

interface State {
  caseId: string;
  earlier: Act | null;
  later: Act | null;
}

export const before = (context: Context<"sequence">, asked: Asked<"before">): Fold<Act, State> => {
  const { view } = context;
  const bound = mattersWithBoth(context, asked.earlier, asked.later);

  return {
    unmet: unmetOrder(context) ?? (bound.size > 0 ? null : noMatterWithBoth),
    groups: (touched) =>
      caseGroups(
        context,
        touched,
        (shape) =>
          bound.has(shape.matterId) && shape.steps.some((step) => view.implied(step.duty).has(asked.later)),
      ),
    start: (caseId) => ({ caseId, earlier: null, later: null }),
    step(state, act) {
      if (!isDone(act)) return noBreach;
      if (act.duties.has(asked.earlier)) state.earlier ??= act;
      if (act.duties.has(asked.later)) state.later ??= act;
      return noBreach;
    },
    // Judged at the end: an act of the same instant that comes later in order still counts as being in time.
    finish({ caseId, earlier, later }) {
      if (later === null) return nothing;
      if (earlier !== null && earlier.approval.happenedAt <= later.approval.happenedAt) return nothing;
      const caseNo = caseNoOf(view, caseId);
      const [needed, done] = [dutyText(view, asked.earlier), dutyText(view, asked.later)];
      const on = earlier === null ? { zh: "至今未见", en: "is not on record" } : onTime(view, earlier);
      return found([
        breachOfCase(caseId, earlier === null ? [later] : [later, earlier], {
          day: later.day,
          say: () => ({
            zh: `业务件 ${caseNo} 于 ${timeOf(view, later)} 办理${done.zh}，此前应有的${needed.zh}${on.zh}。`,
            en: `Case ${caseNo}: ${done.en} was done on ${timeOf(view, later)}, but ${needed.en}, which must come first, ${on.en}.`,
          }),
        }),
      ]);
    },
  };
};
/** To the minute: both may have happened on one day. */
const timeOf = (view: View, act: Act): string =>
  stampOf(act.approval.happenedAt, view.world.settings.timeZone).slice(0, 16);
const onTime = (view: View, act: Act): Text => ({
  zh: ` ${timeOf(view, act)} 才办理`,
  en: `was done only on ${timeOf(view, act)}`,
});
