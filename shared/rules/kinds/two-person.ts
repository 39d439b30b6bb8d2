// two-person: fewer than `minPersons` different people on a duty of a case (or an even number where odd is asked).
import type { Text } from "../../domain/text.ts";
import { dutyText, peopleText } from "../sentence.ts";
import type { Act, View } from "../view.ts";
import { closingDay, noteAct, startTrace, type Trace } from "./closing.ts";
import { caseGroups, stepsInScope } from "./grouping.ts";
import { type Breach, type Closing, found, type KindModule, noBreach, nothing, undecided } from "./kind.ts";

interface State {
  trace: Trace;
  /** Acts on the duty, up to the verdict. */
  acts: Act[];
  /** Set by the act on a later required step that ends the waiting. */
  verdict: Closing | null;
}

export const twoPerson: KindModule<"two-person", Act, State> = (context) => {
  const { rule, view } = context;
  const { duty, minPersons, isOdd, quietDays } = rule.parameters;
  const isAsked = (code: string): boolean => view.implied(code).has(duty);
  const lastPositions = new Map<string, number>();
  for (const step of view.world.steps)
    if (isAsked(step.duty))
      lastPositions.set(
        step.matterId,
        Math.max(step.position, lastPositions.get(step.matterId) ?? step.position),
      );
  const lastPosition = (matterId: string): number => lastPositions.get(matterId) ?? Number.NEGATIVE_INFINITY;

  const judge = (state: State, day: string): Closing => {
    const actors = new Set(state.acts.map((act) => act.actorId).filter((id) => id !== null));
    const isShort = actors.size < minPersons;
    if (isShort && state.acts.some((act) => act.approval.personId === null)) return undecided;
    if (!isShort && !(isOdd && actors.size % 2 === 0)) return nothing;
    const { caseId } = state.trace;
    return found([
      {
        groupKey: caseId,
        subject: caseId,
        anchor: "",
        basis: "actual",
        personIds: actors,
        day,
        acts: state.acts,
        say: () => say(view, caseId, duty, [...actors], { minPersons, isOdd }),
      } satisfies Breach,
    ]);
  };

  return {
    unmet: stepsInScope(context).some((step) => isAsked(step.duty))
      ? null
      : { zh: "没有含该职责的环节", en: "no step carries the duty" },
    groups: (touched) =>
      caseGroups(context, touched, (shape) => shape.steps.some((step) => isAsked(step.duty))),
    start: (caseId) => ({ trace: startTrace(caseId), acts: [], verdict: null }),
    step(state, act) {
      noteAct(state.trace, act);
      if (state.verdict) return noBreach;
      const isLater =
        state.acts.length > 0 &&
        act.approval.action !== "reject" &&
        act.step.isRequired &&
        act.step.position > lastPosition(act.case.matterId);
      if (isLater) {
        state.verdict = judge(state, act.day);
        return state.verdict.breaches;
      }
      if (act.duties.has(duty)) state.acts.push(act);
      return noBreach;
    },
    finish(state) {
      if (state.verdict) return state.verdict.isUndecided ? undecided : nothing;
      if (state.acts.length === 0) return nothing;
      const day = closingDay(view, state.trace, quietDays);
      return day === null ? undecided : judge(state, day);
    },
  };
};

function say(
  view: View,
  caseId: string,
  duty: string,
  actors: string[],
  asked: { minPersons: number; isOdd: boolean },
): Text {
  const caseNo = view.cases.get(caseId)?.caseNo ?? caseId;
  const name = dutyText(view, duty);
  const who = peopleText(view, actors);
  const norm = {
    zh: `应有 ${asked.minPersons} 人以上${asked.isOdd ? "且为单数" : ""}`,
    en: `at least ${asked.minPersons} people${asked.isOdd ? ", an odd number," : ""} are asked`,
  };
  if (actors.length === 0)
    return {
      zh: `业务件 ${caseNo} 的${name.zh}没有人员办理的记录，${norm.zh}。`,
      en: `In case ${caseNo}, no person is on record for ${name.en}; ${norm.en}.`,
    };
  return {
    zh: `业务件 ${caseNo} 的${name.zh}由 ${actors.length} 人办理：${who.zh}；${norm.zh}。`,
    en: `In case ${caseNo}, ${name.en} was done by ${actors.length} (${who.en}); ${norm.en}.`,
  };
}
