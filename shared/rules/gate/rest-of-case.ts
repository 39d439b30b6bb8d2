// What is left of a case as a staffing problem: acts that are done and the draft hold their seats, the rest is open.
import type { Matter, Step } from "../../domain/authority.ts";
import type { Day } from "../../domain/day.ts";
import type { Fen } from "../../domain/money.ts";
import type { Rule } from "../../domain/rule.ts";
import type { StaffingBound, StaffingConstraint, StaffingProblem } from "../../domain/staffing.ts";
import { type Path, pathOf, type Taker, takerOfAct } from "../analysis/path.ts";
import { compareText } from "../gather.ts";
import { problemOf, type StaffingCase, staffingPath } from "../staffing/problem-of.ts";
import type { Act, View } from "../view.ts";

export interface RestAsked {
  readonly matter: Matter;
  readonly amount: Fen | null;
  readonly day: Day;
  /** Acts of the case so far, in order. */
  readonly acts: readonly Act[];
  /** One draft a candidate, all on the same step. */
  readonly drafts: readonly Act[];
}
/** What is left after one draft. */
export interface Rest {
  readonly staffing: StaffingCase;
  /** Slot → taker: what is done, with the draft; a draft that rejects, or repeats, takes no seat. */
  readonly taken: ReadonlyMap<number, number>;
}

/** Answers for each of the drafts; what they share is made once. */
export function restOf(view: View, binding: readonly Rule[], asked: RestAsked): (draft: Act) => Rest {
  const { matter, amount, day } = asked;
  const base = pathOf(view, matter, amount, day, staffingPath);
  const done = seatsTaken(view, asked.acts);
  const drafts = new Map(asked.drafts.map((draft) => [draft, takerOfAct(view, draft)]));
  const draftStep = asked.drafts.find(isDone)?.step;
  const path = withWays(base, done, draftStep, [...drafts.values()]);
  let staffing = problemOf(view, binding, path);
  for (const [step, ways] of done)
    for (let have = seatsOn(staffing, step).length; have < ways.length; have += 1)
      staffing = withSeat(staffing, step);

  const without = opened(staffing, base, done);
  const seated = draftStep ? (done.get(draftStep)?.length ?? 0) : 0;
  const isFull = draftStep !== undefined && seatsOn(staffing, draftStep).length <= seated;
  const withOne = isFull ? opened(withSeat(staffing, draftStep), base, done) : without;
  return (draft) => {
    const way = drafts.get(draft);
    if (!way || !isDone(draft) || isSeated(done.get(draft.step), way)) return without;
    const seat = seatsOn(withOne.staffing, draft.step)[seated];
    const number = withOne.staffing.ways.findIndex((one) => keyOf(one) === keyOf(way));
    if (seat === undefined || number < 0) return withOne;
    return { ...withOne, taken: new Map(withOne.taken).set(seat, number) };
  };
}

const keyOf = ({ personId, postId, onBehalfOfId, credited }: Taker): string =>
  JSON.stringify([personId, postId, onBehalfOfId, credited]);
const seatsOn = ({ problem }: StaffingCase, step: Step): number[] =>
  problem.slots.flatMap(({ stepId }, slot) => (stepId === step.id ? [slot] : []));

/** Those who acted before sit where they sat; the seats that are left go to those who may take them today. */
function opened(staffing: StaffingCase, base: Path, done: ReadonlyMap<Step, readonly Taker[]>): Rest {
  const numbers = new Map(staffing.ways.map((way, number) => [keyOf(way), number]));
  const taken = new Map<number, number>();
  for (const [step, ways] of done) {
    const seats = seatsOn(staffing, step);
    for (const [nth, way] of ways.entries()) {
      const [seat, number] = [seats[nth], numbers.get(keyOf(way))];
      if (seat !== undefined && number !== undefined) taken.set(seat, number);
    }
  }
  const mayTake = new Map(
    base.steps.map((step, at) => [step.id, new Set((base.takers[at] ?? []).map(keyOf))]),
  );
  const allowed = staffing.problem.allowed.map((list, slot) => {
    const may = mayTake.get(staffing.problem.slots[slot]?.stepId ?? "");
    return list.filter((taker) => {
      const way = staffing.ways[taker];
      return way !== undefined && may?.has(keyOf(way));
    });
  });
  return { staffing: { ...staffing, problem: { ...staffing.problem, allowed } }, taken };
}

const isDone = (act: Act): boolean => act.approval.action !== "reject";
const isSeated = (ways: readonly Taker[] | undefined, way: Taker): boolean =>
  ways?.some((one) => one.personId === way.personId) ?? false;

/** Who has taken each step, each person once: who acted twice counts with everybody credited and the highest rank. */
function seatsTaken(view: View, acts: readonly Act[]): Map<Step, Taker[]> {
  const done = new Map<Step, Taker[]>();
  for (const act of acts) {
    if (!isDone(act)) continue;
    const way = takerOfAct(view, act);
    const own = done.get(act.step) ?? [];
    done.set(act.step, own);
    const at = own.findIndex(({ personId }) => personId === way.personId);
    const known = own[at];
    if (known) own[at] = both(known, way);
    else own.push(way);
  }
  return done;
}
const both = (one: Taker, other: Taker): Taker => ({
  ...one,
  rank: Math.max(one.rank ?? 0, other.rank ?? 0) || null,
  credited: [...new Set([...one.credited, ...other.credited])],
});

/** The path with steps that were acted on although nobody had to, and the ways of all who act. */
function withWays(
  base: Path,
  done: ReadonlyMap<Step, readonly Taker[]>,
  draftStep: Step | undefined,
  drafts: readonly Taker[],
): Path {
  const acted = [...done.keys(), ...(draftStep ? [draftStep] : [])];
  const further = [...new Set(acted)].filter((step) => !base.steps.includes(step));
  const steps = [...base.steps, ...further].sort(
    (a, b) => a.position - b.position || compareText(a.id, b.id),
  );
  return {
    ...base,
    steps,
    takers: steps.map((step) => [
      ...(base.takers[base.steps.indexOf(step)] ?? []),
      ...(done.get(step) ?? []),
      ...(step === draftStep ? drafts : []),
    ]),
  };
}

/** One more seat on a step, behind its others. */
function withSeat(staffing: StaffingCase, step: Step): StaffingCase {
  const { problem, stepOf } = staffing;
  const last = problem.slots.findLastIndex(({ stepId }) => stepId === step.id);
  const own = problem.slots[last];
  if (!own) return staffing;
  const at = last + 1;
  const insert = <T>(list: readonly T[], item: T): T[] => [...list.slice(0, at), item, ...list.slice(at)];
  const moved = (slots: readonly number[]): number[] =>
    slots.flatMap((slot) => (slot === last ? [slot, at] : slot >= at ? [slot + 1] : [slot]));
  const widened: StaffingProblem = {
    ...problem,
    slots: insert(problem.slots, { ...own, seat: own.seat + 1 }),
    allowed: insert(problem.allowed, problem.allowed[last] ?? []),
    constraints: problem.constraints.map(
      (one): StaffingConstraint => ({
        ...one,
        ...widenedBound(one, moved, (list) => insert(list, list[last] ?? [])),
      }),
    ),
  };
  return { ...staffing, problem: widened, stepOf: insert(stepOf, stepOf[last] ?? 0) };
}

function widenedBound(
  bound: StaffingBound,
  moved: (slots: readonly number[]) => number[],
  copied: (labels: readonly (readonly number[])[]) => (readonly number[])[],
): StaffingBound {
  switch (bound.type) {
    case "few":
      return { ...bound, labels: copied(bound.labels) };
    case "together":
    case "many":
    case "one-team":
      return { ...bound, slots: moved(bound.slots) };
    case "rising":
      return { ...bound, earlier: moved(bound.earlier), later: moved(bound.later) };
    case "unrelated":
      return { ...bound, left: moved(bound.left), right: moved(bound.right) };
  }
}
