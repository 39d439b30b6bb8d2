// sequence/deadline: a duty that is due within days or workdays of an earlier one came late, or not yet.
import { addDays, type Day } from "../../domain/day.ts";
import { workdayAfter } from "../../domain/workdays.ts";
import { caseNoOf, dutyText } from "../sentence.ts";
import type { Act } from "../view.ts";
import { caseGroups } from "./grouping.ts";
import { type Context, type Fold, found, noBreach, nothing, undecided } from "./kind.ts";
import { mattersWithBoth, noMatterWithBoth } from "./matching.ts";
import { type Asked, breachOfCase, isDone, unmetOrder } from "./sequence-common.ts";

interface State {
  caseId: string;
  /** The last act of the earlier duty before the first of the later one. */
  earlier: Act | null;
  later: Act | null;
}

export const deadline = (context: Context<"sequence">, asked: Asked<"deadline">): Fold<Act, State> => {
  const { view } = context;
  const bound = mattersWithBoth(context, asked.earlier, asked.later);
  const dueDays = new Map<Day, Day>();
  const dueAfter = (day: Day): Day => {
    const due =
      dueDays.get(day) ??
      (asked.isWorkdays ? workdayAfter(view.isWorkday, day, asked.days) : addDays(day, asked.days));
    dueDays.set(day, due);
    return due;
  };
  /** Nothing is due before the last of the steps that the earlier duty has in the matter. */
  const isLastOfEarlier = ({ step }: Act): boolean =>
    (view.stepsOf.get(step.matterId) ?? []).every(
      (other) => other.position <= step.position || !view.implied(other.duty).has(asked.earlier),
    );

  return {
    unmet: unmetOrder(context) ?? (bound.size > 0 ? null : noMatterWithBoth),
    groups: (touched) =>
      caseGroups(
        context,
        touched,
        (shape) =>
          bound.has(shape.matterId) && shape.steps.some((step) => view.implied(step.duty).has(asked.earlier)),
      ),
    start: (caseId) => ({ caseId, earlier: null, later: null }),
    step(state, act) {
      if (state.later || !isDone(act)) return noBreach;
      if (act.duties.has(asked.later)) state.later = act;
      else if (act.duties.has(asked.earlier)) state.earlier = act;
      return noBreach;
    },
    finish({ caseId, earlier, later }) {
      if (!earlier || (!later && !isLastOfEarlier(earlier))) return nothing;
      const due = dueAfter(earlier.day);
      if (later ? later.day <= due : view.today <= due) return later ? nothing : undecided;
      const caseNo = caseNoOf(view, caseId);
      const [first, second] = [dutyText(view, asked.earlier), dutyText(view, asked.later)];
      const days = asked.isWorkdays
        ? { zh: `${asked.days} 个工作日`, en: `${asked.days} workdays` }
        : { zh: `${asked.days} 日`, en: `${asked.days} days` };
      const on = later
        ? { zh: `实际于 ${later.day} 办理`, en: `it was done on ${later.day}` }
        : { zh: "至今未见办理记录", en: "it is not on record yet" };
      return found([
        breachOfCase(caseId, later ? [earlier, later] : [earlier], {
          day: later?.day ?? addDays(due, 1),
          say: () => ({
            zh: `业务件 ${caseNo} 于 ${earlier.day} 办理${first.zh}，应在 ${days.zh}内（至 ${due}）办理${second.zh}，${on.zh}。`,
            en: `Case ${caseNo}: ${first.en} was done on ${earlier.day} and ${second.en} was due within ${days.en}, by ${due}; ${on.en}.`,
          }),
        }),
      ]);
    },
  };
};
