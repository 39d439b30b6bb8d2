// two-person: too few different people or organs on a duty of a case, an even number, or too few experts among them.
import { contains, type Day } from "../../domain/day.ts";
import type { Parameters } from "../../domain/rule-kinds.ts";
import type { Text } from "../../domain/text.ts";
import { caseNoOf, departmentText, dutyText, listText, peopleText } from "../sentence.ts";
import { organOf, unitOf } from "../units.ts";
import type { Act, View } from "../view.ts";
import { closingDay, noteAct, startTrace, type Trace } from "./closing.ts";
import { actorsOf } from "./dated-cases.ts";
import { caseGroups, dutiesInScope } from "./grouping.ts";
import {
  type Breach,
  type Closing,
  type Context,
  found,
  type KindModule,
  noBreach,
  nothing,
  undecided,
} from "./kind.ts";

interface State {
  trace: Trace;
  /** Acts on the duty, up to the verdict. */
  acts: Act[];
  /** Set by the act on a later required step that ends the waiting. */
  verdict: Closing | null;
}

export const twoPerson: KindModule<"two-person", Act, State> = (context) => {
  const { rule, view } = context;
  const { duty, minPersons, isOdd, countBy, quietDays } = rule.parameters;
  const isAsked = (code: string): boolean => view.implied(code).has(duty);
  const lastPositions = new Map<string, number>();
  for (const step of view.world.steps)
    if (isAsked(step.duty))
      lastPositions.set(
        step.matterId,
        Math.max(step.position, lastPositions.get(step.matterId) ?? step.position),
      );
  const lastPosition = (matterId: string): number => lastPositions.get(matterId) ?? Number.NEGATIVE_INFINITY;

  const expertsAmong = expertCounter(context);

  const judge = (state: State, day: Day): Closing => {
    const counted = countBy === "organ" ? organsOf(view, state.acts) : actorsOn(state.acts);
    const count = counted.ids.size;
    const isShort = count < minPersons;
    if (isShort && counted.isUnsure) return undecided;
    const experts = expertsAmong(state.acts);
    if (!isShort && !(isOdd && count % 2 === 0) && !experts?.areTooFew) return nothing;
    const { caseId } = state.trace;
    const actors = actorsOn(state.acts).ids;
    return found([
      {
        groupKey: caseId,
        subject: caseId,
        anchor: "",
        basis: "actual",
        personIds: actors,
        day,
        acts: state.acts,
        say: () => say(view, rule.parameters, { caseId, counted: [...counted.ids], actors, experts }),
      } satisfies Breach,
    ]);
  };

  return {
    unmet: [...dutiesInScope(context)].some(isAsked)
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

/** Who or what is counted, and whether an act leaves open that there were more. */
interface Counted {
  ids: ReadonlySet<string>;
  isUnsure: boolean;
}
const actorsOn = (acts: readonly Act[]): Counted => ({
  ids: new Set(actorsOf(acts)),
  isUnsure: acts.some((act) => act.approval.personId === null),
});
export function organsOf(view: View, acts: readonly Act[]): Counted {
  const units = acts.map((act) => unitOf(view, act));
  return {
    ids: new Set(units.filter((id) => id !== null).map((id) => organOf(view, id))),
    isUnsure: units.includes(null),
  };
}

interface Experts {
  count: number;
  areTooFew: boolean;
}
/** Counts experts by their qualification on the day of their first act; null where it is not asked or nobody has it. */
export function expertCounter({
  rule,
  view,
}: Context<"two-person">): (acts: readonly Act[]) => Experts | null {
  const { experts } = rule.parameters;
  if (!experts) return () => null;
  const rows = view.world.qualifications.filter(
    (row) => row.code === experts.qualification && (row.until === null || row.from < row.until),
  );
  if (rows.length === 0) return () => null;
  return (acts) => {
    const firstDays = new Map<string, Day>();
    for (const act of acts)
      if (act.actorId !== null && !firstDays.has(act.actorId)) firstDays.set(act.actorId, act.day);
    const isExpert = ([personId, day]: [string, Day]): boolean =>
      rows.some((row) => row.personId === personId && contains(row, day));
    const count = [...firstDays].filter(isExpert).length;
    return { count, areTooFew: count * experts.of < firstDays.size * experts.atLeast };
  };
}

interface Told {
  caseId: string;
  counted: readonly string[];
  actors: ReadonlySet<string>;
  experts: Experts | null;
}
function say(view: View, asked: Parameters<"two-person">, told: Told): Text {
  const caseNo = caseNoOf(view, told.caseId);
  const name = dutyText(view, asked.duty);
  const isOrgan = asked.countBy === "organ";
  const norm = {
    zh: `应有 ${asked.minPersons} ${isOrgan ? "个独立单位" : "人"}以上${asked.isOdd ? "且为单数" : ""}`,
    en: `at least ${asked.minPersons} ${isOrgan ? "organs" : "people"}${asked.isOdd ? ", an odd number," : ""} are asked`,
  };
  const share =
    asked.experts && told.experts?.areTooFew
      ? {
          zh: `其中具备“${asked.experts.qualification}”资格的 ${told.experts.count} 人，应不少于 ${asked.experts.of} 分之 ${asked.experts.atLeast}`,
          en: `${told.experts.count} of them had the qualification “${asked.experts.qualification}”, at least ${asked.experts.atLeast} in ${asked.experts.of} are asked`,
        }
      : null;
  const rest = {
    zh: share ? `${norm.zh}；${share.zh}` : norm.zh,
    en: share ? `${norm.en}; ${share.en}` : norm.en,
  };
  if (told.counted.length === 0)
    return {
      zh: `业务件 ${caseNo} 的${name.zh}没有${isOrgan ? "独立单位" : "人员"}办理的记录，${rest.zh}。`,
      en: `In case ${caseNo}, no ${isOrgan ? "organ" : "person"} is on record for ${name.en}; ${rest.en}.`,
    };
  const who = isOrgan
    ? listText(told.counted.map((id) => departmentText(view, id)))
    : peopleText(view, told.actors);
  return {
    zh: `业务件 ${caseNo} 的${name.zh}由 ${told.counted.length} ${isOrgan ? "个独立单位" : "人"}办理：${who.zh}；${rest.zh}。`,
    en: `In case ${caseNo}, ${name.en} was done by ${told.counted.length} (${who.en}); ${rest.en}.`,
  };
}
