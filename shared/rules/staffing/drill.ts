// The fire drill: people taken out, the cases of a period replayed; which would have stalled, where, until when.
import type { Case } from "../../domain/approval.ts";
import type { Step } from "../../domain/authority.ts";
import { contains, type Day, type Period } from "../../domain/day.ts";
import type { Rule } from "../../domain/rule.ts";
import type { StaffingProblem, Witness } from "../../domain/staffing.ts";
import { type Asked, type Path, type Taker, takerOfAct, takersOn } from "../analysis/path.ts";
import { amountOf } from "../cover.ts";
import { isThere } from "../design/standing.ts";
import { sortedIds } from "../gather.ts";
import type { Act, CaseActs, View } from "../view.ts";
import { problemOf, type StaffingCase } from "./problem-of.ts";

export interface Absent extends Period {
  personId: string;
}
export interface Stall {
  case: Case;
  step: Step;
  /** The day on which the act was done, and the first on which it could have been; null: not while facts are known. */
  from: Day;
  until: Day | null;
  /** People who could have taken the step by itself that day, were it not for the rules in `rules`. */
  barred: string[];
  rules: Rule[];
}
export interface Drill {
  /** Cases of the period in which somebody who is taken out did something meanwhile. */
  cases: number;
  stalls: Stall[];
  /** Cases that could not be decided within the budget: they are not among the stalls. */
  undecided: number;
}
/** What the solver is asked; held by whoever calls, rules know no solver. */
export interface DrillSolver {
  /** Whether the first `count` slots can be filled, whoever takes the others; null: undecided. */
  isStaffable(problem: StaffingProblem, count: number): boolean | null;
  /** Constraints that a whole witness breaks. */
  broken(problem: StaffingProblem, witness: Witness): readonly number[];
  /** Constraints of a reason why the first `count` slots cannot be filled. */
  reason(problem: StaffingProblem, count: number): readonly number[];
}

/** Yields after each case how many are done. Real absences of that day count as well. `rules`: binding ones. */
export function* drill(
  view: View,
  rules: readonly Rule[],
  { absences, period }: { absences: readonly Absent[]; period: Period },
  solver: DrillSolver,
): Generator<number, Drill> {
  const isOut = (personId: string, day: Day): boolean =>
    absences.some((one) => one.personId === personId && contains(one, day));
  const turns = turningDays(view, absences);
  const takersKept = takersWithout(view, isOut);
  const answer: Drill = { cases: 0, stalls: [], undecided: 0 };
  for (const one of view.caseActs.values()) {
    const acts = actsOf(one);
    const isHit = acts.some(
      (act) => contains(period, act.day) && act.actorId !== null && isOut(act.actorId, act.day),
    );
    if (!isHit) continue;
    answer.cases += 1;
    const stalls = replay({ view, rules, of: one, acts, isOut, turns, takersKept, solver });
    if (stalls === null) answer.undecided += 1;
    else answer.stalls.push(...stalls.filter((stall) => contains(period, stall.from)));
    yield answer.cases;
  }
  return answer;
}

/** Deciding acts by people that are no refusals: those somebody else could have done. */
const actsOf = ({ acts }: CaseActs): Act[] =>
  acts.filter((act) => act.actorId !== null && act.approval.action !== "reject");

/** Days on which who may act can change, ascending. */
function turningDays(view: View, absences: readonly Absent[]): Day[] {
  const { assignments, authorities, delegations, absences: real } = view.world;
  const periods: readonly Period[] = [...absences, ...real, ...assignments, ...authorities, ...delegations];
  return sortedIds(periods.flatMap(({ from, until }) => (until === null ? [from] : [from, until])));
}

type Takers = (asked: Asked) => readonly Taker[];
/** Asked again and again of the same steps, amounts and days. */
function takersWithout(view: View, isOut: Replay["isOut"]): Takers {
  const kept = new Map<string, readonly Taker[]>();
  return (asked) => {
    const key = JSON.stringify([asked.step.id, asked.amount, asked.day]);
    let takers = kept.get(key);
    if (!takers) {
      takers = takersOn(view, asked, { absent: "that-day", ways: "each" }, (id) => isOut(id, asked.day));
      kept.set(key, takers);
    }
    return takers;
  };
}

interface Replay {
  view: View;
  rules: readonly Rule[];
  of: CaseActs;
  acts: readonly Act[];
  isOut: (personId: string, day: Day) => boolean;
  turns: readonly Day[];
  takersKept: Takers;
  solver: DrillSolver;
}

/**
 * Act after act: whoever was there does what they did; for who was not, anybody who may and whom no rule bars in this
 * case, chosen with what has been done so far in view. Where nobody is left the case waits, and all that follows with it.
 */
function replay({ view, rules, of, acts, isOut, turns, takersKept, solver }: Replay): Stall[] | null {
  const matter = view.world.matters.find(({ id }) => id === of.case.matterId);
  const [first] = acts;
  if (!matter || !first) return [];
  const recorded = acts.map((act): readonly Taker[] => [takerOfAct(view, act)]);
  const begun = (takers: readonly (readonly Taker[])[], asked: readonly Rule[]): StaffingCase => {
    const path: Path = {
      matter,
      day: first.day,
      amount: of.case.amount,
      // Two acts on one step may be by one person: each is a step of its own.
      steps: acts.map(({ step }, at) => ({ ...step, id: `${step.id}#${at}` })),
      takers: [...takers, ...recorded.slice(takers.length)],
    };
    return problemOf(view, asked, path, { seats: "one" });
  };
  const asDone = begun([], rules);
  const asItWas = asDone.problem.allowed.map(([taker]) => taker ?? -1);
  // What the log broke in truth is no news of the drill.
  const broken = new Set(solver.broken(asDone.problem, asItWas).map((at) => asDone.rules[at]));
  const kept = rules.filter((rule) => !broken.has(rule));
  const takersAt = (act: Act, day: Day): readonly Taker[] => {
    const isOutNow = act.actorId === null || isOut(act.actorId, day);
    // Who did it does it again, within authority or not.
    if (!isOutNow && day === act.day) return recorded[acts.indexOf(act)] ?? [];
    const asked = { matter, step: act.step, amount: amountOf(act), day };
    const able = takersKept(asked);
    const isAble = able.some(({ personId }) => personId === act.actorId);
    const isBack = !isOutNow && act.actorId !== null && isPresent(view, act.actorId, day);
    return isBack && !isAble ? [...able, takerOfAct(view, act)] : able;
  };
  const done: (readonly Taker[])[] = [];
  // As long as all is as it was, the log itself is the witness.
  const isAsItWas = (): boolean => done.every(([taker], at) => taker === recorded[at]?.[0]);
  const isOpen = (takers: readonly Taker[]): boolean | null => {
    if (takers.length === 0) return false;
    if (takers[0] === recorded[done.length]?.[0] && isAsItWas()) return true;
    return solver.isStaffable(begun([...done, takers], kept).problem, done.length + 1);
  };

  const stalls: Stall[] = [];
  let day = first.day;
  for (const act of acts) {
    if (act.day > day) day = act.day;
    let takers = takersAt(act, day);
    const open = isOpen(takers);
    if (open === null) return null;
    if (!open) {
      const stuck = begun([...done, takers], kept);
      const reason = takers.length > 0 ? solver.reason(stuck.problem, done.length + 1) : [];
      const until = turns.find((turn) => turn > day && isOpen(takersAt(act, turn)) === true) ?? null;
      stalls.push({
        case: of.case,
        step: act.step,
        from: day,
        until,
        barred: sortedIds(takers.map(({ personId }) => personId)),
        rules: [...new Set(reason.flatMap((at) => stuck.rules[at] ?? []))],
      });
      if (until === null) return stalls;
      day = until;
      takers = takersAt(act, day);
    }
    done.push(takers);
  }
  return stalls;
}

function isPresent(view: View, personId: string, day: Day): boolean {
  const person = view.people.get(personId);
  const absences = view.absencesOf.get(personId) ?? [];
  return person !== undefined && isThere(person, day) && !absences.some((one) => contains(one, day));
}
