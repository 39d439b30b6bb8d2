// Runs one case through its steps with people who are in post, authorised, present and not yet entangled in it.
import type { Action } from "../../shared/domain/approval.ts";
import { builtInDuties } from "../../shared/domain/duty.ts";
import type { Draft, DraftAct, DraftCase } from "./draft.ts";
import type { StepType } from "./matter-types.ts";
import type { Option, Roster } from "./roster.ts";
import { dayAt, numberOfMoment, withinHours, workdaysLater } from "./workdays.ts";

/** What a plant wants otherwise than the ordinary course at one step. */
export interface Force {
  /** Exactly these people, whether or not the ordinary rules of choice would take them. */
  staff?: readonly string[];
  behalfOf?: string;
  post?: string | null;
  isSkipped?: boolean;
  /** Acts although away, not yet there or gone. */
  isEvenAway?: boolean;
  docNo?: string | null;
  onDay?: number;
  persons?: number;
  /** What the act itself states. */
  amount?: number;
}
export type Forces = Readonly<Record<string, Force>>;

const typeOf = new Map(builtInDuties.map((duty) => [duty.code, duty.type]));
const actionOf = (duty: string): Action => {
  const type = typeOf.get(duty);
  if (type === "initiate") return "submit";
  return type === "execute" || type === "custody" || type === "record" ? "execute" : "approve";
};

/** Same duty again, or two duties of deciding, or two of asking: nothing asks for two people there. */
function mayMeet(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, two] = [typeOf.get(a), typeOf.get(b)];
  return one === two && (one === "authorise" || one === "initiate");
}

interface Run {
  draft: Draft;
  roster: Roster;
  it: DraftCase;
  /** Duties each person has done or signed for in the case. */
  done: Map<string, string[]>;
  last: number;
  forces: Forces;
  /** What an optional step of the case is about: a change of so much; null: the case has none. */
  change: number | null;
}

/** What the act on a step is judged by, and whether it states that itself. */
const amountAt = (run: Run, step: StepType): number | null =>
  run.forces[step.code]?.amount ?? (step.isOptional ? run.change : run.it.amount);

function fits(run: Run, option: Option, duty: string, day: number, taken: readonly string[]): boolean {
  const { roster, it } = run;
  if (taken.includes(option.staffNo) || !roster.isThere(option.staffNo, day)) return false;
  return [option.staffNo, ...(option.behalfOf ? [option.behalfOf] : [])].every((person) => {
    if (!(run.done.get(person) ?? []).every((other) => mayMeet(other, duty))) return false;
    if (it.supplier && roster.isTied(person, it.supplier)) return false;
    return [...run.done.keys()].every((other) => !roster.isTied(person, other));
  });
}

function choose(run: Run, step: StepType, day: number, before: readonly DraftAct[]): Option | null {
  const taken = before.map((other) => other.staffNo);
  const bodyOf = (post: string | null): string | null =>
    post === null ? null : run.roster.post(post).type.department;
  const options = run.roster.options(step.code, amountAt(run, step), day);
  if (step.isByFirst) {
    const [first] = run.it.acts;
    const own = options.find((option) => option.behalfOf === null && option.staffNo === first?.staffNo);
    return own && run.roster.isThere(own.staffNo, day) ? own : null;
  }
  const fitting = options
    .filter(
      (option) => !step.isAcrossBodies || before.every((other) => bodyOf(other.post) !== bodyOf(option.post)),
    )
    .filter((option) => !(step.isByRequester && run.roster.hasKin(option.staffNo)))
    .filter((option) => fits(run, option, step.duty, day, taken));
  const own = fitting.filter((option) => option.behalfOf === null);
  const requester = step.isByRequester
    ? own.find((option) => option.staffNo === run.it.requester)
    : undefined;
  if (requester) return requester;
  const open = own.length > 0 ? own : fitting;
  return open.length > 0 ? run.draft.random.pick(open) : null;
}

function forced(run: Run, step: StepType, force: Force, nth: number, day: number): Option | null {
  const staffNo = force.staff?.[nth];
  if (staffNo === undefined || (!force.isEvenAway && !run.roster.isThere(staffNo, day))) return null;
  const isCollective = run.roster
    .options(step.code, amountAt(run, step), day)
    .some((option) => option.isCollective);
  const post = force.post === undefined ? run.roster.ownPost(staffNo, day) : force.post;
  return { staffNo, post, behalfOf: force.behalfOf ?? null, isCollective };
}

function nextMoment(run: Run, step: StepType, nth: number): number {
  const { random } = run.draft;
  const onDay = run.forces[step.code]?.onDay;
  if (onDay !== undefined && onDay * 1440 > run.last)
    return withinHours(onDay * 1440 + random.between(520, 700));
  const gap = nth > 0 || run.it.acts.length === 0 ? 0 : random.between(0, step.within ?? run.it.matter.pace);
  if (gap === 0) return withinHours(run.last + random.between(nth > 0 ? 2 : 21, nth > 0 ? 12 : 190));
  return withinHours(workdaysLater(numberOfMoment(run.last), gap) * 1440 + random.between(510, 1035));
}

/** One act on the step, on the first day from the planned moment on which somebody can; null when the log ends before, "stuck" when nobody ever can. */
function act(run: Run, step: StepType, nth: number, before: readonly DraftAct[]): DraftAct | "stuck" | null {
  const force = run.forces[step.code] ?? {};
  let moment = Math.max(nextMoment(run, step, nth), withinHours(run.last + 1));
  for (let tries = 0; tries < 120; tries += 1) {
    if (numberOfMoment(moment) > run.draft.end) return null;
    const day = numberOfMoment(moment);
    const option = force.staff ? forced(run, step, force, nth, day) : choose(run, step, day, before);
    if (option) return write(run, step, option, moment);
    moment = workdaysLater(day + 1, 0) * 1440 + run.draft.random.between(510, 700);
  }
  return "stuck";
}

function write(run: Run, step: StepType, option: Option, moment: number): DraftAct {
  const { random } = run.draft;
  const force = run.forces[step.code] ?? {};
  const meeting = `青财党组纪〔${dayAt(numberOfMoment(moment)).slice(0, 4)}〕${random.between(1, 46)}号`;
  return {
    step: step.code,
    staffNo: option.staffNo,
    behalfOf: option.behalfOf,
    post: option.post,
    action: actionOf(step.duty),
    amount: force.amount ?? (step.isOptional ? run.change : null),
    happened: moment,
    recorded: moment + random.between(1, 14),
    docNo: force.docNo !== undefined ? force.docNo : option.isCollective ? meeting : null,
  };
}

function credit(run: Run, made: DraftAct, duty: string): void {
  for (const person of [made.staffNo, ...(made.behalfOf ? [made.behalfOf] : [])])
    run.done.set(person, [...(run.done.get(person) ?? []), duty]);
}

/** A reviewer sends it back and, once the remark is answered, lets it pass: the same two people, the same day. */
function sendBack(run: Run, step: StepType, made: DraftAct): DraftAct[] {
  const before = run.it.acts.at(-1);
  const isReview = typeOf.get(step.duty) === "verify" && step.persons === 1;
  if (!before || !isReview || run.forces[step.code] || !run.draft.random.happens(45)) return [made];
  const [answered, passed] = [withinHours(made.happened + 25), withinHours(made.happened + 50)];
  if (numberOfMoment(passed) !== numberOfMoment(made.happened)) return [made];
  const remark: DraftAct = {
    ...before,
    step: step.code,
    action: "comment",
    happened: answered,
    recorded: answered + 2,
    docNo: null,
    behalfOf: null,
  };
  return [{ ...made, action: "reject" }, remark, { ...made, happened: passed, recorded: passed + 3 }];
}

/**
 * Fills `it.acts` in order from the opening day; the case stays open where the log ends.
 * Answers false when nobody is left for a step, as a rotation in mid-case may bring about: then it should open on another day.
 */
export function runCase(draft: Draft, roster: Roster, it: DraftCase, forces: Forces = {}): boolean {
  it.acts = [];
  it.closed = null;
  const opening = withinHours(it.opened * 1440 + draft.random.between(510, 1000));
  const run: Run = { draft, roster, it, done: new Map(), last: opening, forces, change: null };
  if (it.matter.steps.some((step) => step.isOptional) && it.amount !== null && draft.random.happens(90))
    run.change = Math.max(100, Math.floor((it.amount * draft.random.between(20, 80)) / 100_000) * 100);
  for (const step of it.matter.steps) {
    const force = forces[step.code];
    if (force?.isSkipped || (step.isOptional && !force && run.change === null)) continue;
    const together: DraftAct[] = [];
    const persons = force?.persons ?? force?.staff?.length ?? step.persons;
    for (let nth = 0; nth < persons; nth += 1) {
      const made = act(run, step, nth, together);
      // A change that its officer is no longer there to ask for is not made.
      if (made === "stuck" && step.isByFirst) {
        run.change = null;
        continue;
      }
      if (made === "stuck") return false;
      if (!made) return true;
      together.push(made);
      run.last = made.happened;
    }
    const [first] = together;
    const written = together.length === 1 && first ? sendBack(run, step, first) : together;
    for (const made of written) if (made.action !== "comment") credit(run, made, step.duty);
    it.acts.push(...written);
    run.last = written.at(-1)?.happened ?? run.last;
    if (step.isTerminal) it.closed = numberOfMoment(run.last);
  }
  return true;
}
