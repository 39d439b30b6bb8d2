// Builds the indexed view over a world: the facts once for as long as they stay, the log once per check.
import type { Approval, Case } from "../domain/approval.ts";
import type { Authority, Step } from "../domain/authority.ts";
import type { Day } from "../domain/day.ts";
import { impliedDuties } from "../domain/duty.ts";
import { workdayReader } from "../domain/workdays.ts";
import type { Facts, World } from "../domain/world.ts";
import { actOf, compareActs, dayReader } from "./acts.ts";
import { clockReader } from "./clock.ts";
import { creditedPersons } from "./cover.ts";
import { byId, compareText, gather, push } from "./gather.ts";
import { holdingsOf } from "./holdings.ts";
import { dateCases } from "./kinds/dated-cases.ts";
import { termsByPerson } from "./terms.ts";
import type { Act, CaseActs, Holders, Holding, Shape, View } from "./view.ts";

/** What hangs on the log: acts, cases, and what occurs among them. */
type OfLog =
  | "world"
  | "cases"
  | "caseActs"
  | "shapes"
  | "actsBy"
  | "actsCrediting"
  | "clockOf"
  | "datedCases"
  | "recordedMatters"
  | "terminalMatters"
  | "timedMatters"
  | "approvals";
/** The facts indexed without their log: made once for as long as they stay the same. */
export interface PlainIndex extends Omit<View, OfLog> {
  readonly facts: Omit<Facts, "cases">;
}

export function indexPlain(facts: Omit<Facts, "cases">, today: Day): PlainIndex {
  const duties = new Map(facts.duties.map((duty) => [duty.code, duty]));
  const indexes = {
    assignmentsOf: gather(facts.assignments, (row) => row.personId),
    postDutiesOf: gather(facts.postDuties, (row) => row.postId),
    authoritiesOfPost: gather(facts.authorities, (row) => row.postId),
    authoritiesOfPerson: gather(facts.authorities, (row) => row.personId),
    delegationsTo: gather(facts.delegations, (row) => row.toPersonId),
    authorities: byId(facts.authorities),
    steps: byId(facts.steps),
  };
  const posts = byId(facts.posts);
  const stepDuties = new Map<string, Set<string>>();
  for (const { matterId, duty } of facts.steps)
    stepDuties.set(matterId, (stepDuties.get(matterId) ?? new Set()).add(duty));
  return {
    ...indexes,
    facts,
    today,
    people: byId(facts.people),
    posts,
    stepDuties,
    heldDuties: new Set([
      ...facts.postDuties.map((row) => row.duty),
      ...facts.authorities.flatMap((row) => indexes.steps.get(row.stepId)?.duty ?? []),
    ]),
    termsOf: remember((gapMonths: number) => termsByPerson(facts, posts, gapMonths)),
    departments: byId(facts.departments),
    matters: byId(facts.matters),
    suppliers: byId(facts.suppliers),
    duties,
    implied: remember((code: string) => impliedDuties(duties, code)),
    stepsOf: sortSteps(facts.steps),
    holdersOf: holdersByStep(facts.authorities),
    absencesOf: gather(facts.absences, (row) => row.personId),
    relationsOf: relationsByPerson(facts),
    exemptionsOf: gather(facts.exemptions, (row) => row.personId),
    holdingsOf: remember((personId: string): readonly Holding[] => holdingsOf(indexes, personId)),
    isWorkday: workdayReader(facts.calendar),
  };
}

/** The view of a world as of `today`: approvals whose day is later do not exist in it. */
export const indexFacts = (world: World, today: Day): View =>
  viewOver(indexPlain(world, today), world.cases, world.approvals);

/** The same facts over a log. */
export function viewOver(plain: PlainIndex, rows: readonly Case[], approvals: readonly Approval[]): View {
  const { facts, today, ...indexes } = plain;
  const zone = facts.settings.timeZone;
  const cases = byId(rows);
  const known = { ...indexes, cases };
  const dayAt = dayReader(zone);
  const acts: Act[] = [];
  const recordedMatters = new Set<string>();
  const terminalMatters = new Set<string>();
  let count = 0;
  for (const approval of approvals) {
    const day = dayAt(approval.happenedAt);
    if (day > today) continue;
    count += 1;
    const of = cases.get(approval.caseId);
    if (approval.recordedAt !== null && of) recordedMatters.add(of.matterId);
    if (approval.terminal && of) terminalMatters.add(of.matterId);
    const act = actOf(approval, day, known);
    if (act) acts.push(act);
  }
  // Sorted once; every group below keeps this order.
  acts.sort(compareActs);
  const clockAt = clockReader(zone);
  const view: View = {
    ...known,
    ...shapeCases(gather(acts, (act) => act.case.id)),
    world: { ...facts, cases: [...rows], approvals: [...approvals] },
    today,
    actsBy: byPerson(once(() => actsByPerson(acts, (act) => (act.actorId === null ? [] : [act.actorId])))),
    actsCrediting: byPerson(once(() => actsByPerson(acts, (act) => creditedPersons(view, act)))),
    clockOf: (act) => clockAt(act.approval.happenedAt),
    datedCases: once(() => dateCases(view)),
    recordedMatters,
    terminalMatters,
    timedMatters: once(() => {
      const timed = new Set<string>();
      for (const act of acts)
        if (!timed.has(act.case.matterId) && view.clockOf(act) !== 0) timed.add(act.case.matterId);
      return timed;
    }),
    approvals: count,
  };
  return view;
}

function remember<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      value = make(key);
      made.set(key, value);
    }
    return value;
  };
}

/** Worked out when first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const none: readonly Act[] = [];
const byPerson =
  (made: () => ReadonlyMap<string, readonly Act[]>) =>
  (personId: string): readonly Act[] =>
    made().get(personId) ?? none;

function actsByPerson(acts: readonly Act[], personsOf: (act: Act) => readonly string[]): Map<string, Act[]> {
  const byPerson = new Map<string, Act[]>();
  for (const act of acts) for (const personId of personsOf(act)) push(byPerson, personId, act);
  return byPerson;
}

/** Names each case's shape: the matter and the set of steps acted on. */
function shapeCases(actsOfCase: ReadonlyMap<string, Act[]>): {
  caseActs: Map<string, CaseActs>;
  shapes: Shape[];
} {
  const shapes = new Map<string, Shape>();
  const caseActs = new Map<string, CaseActs>();
  for (const [caseId, acts] of actsOfCase) {
    const first = acts[0];
    if (!first) continue;
    const { matterId } = first.case;
    const taken = [...new Set(acts.map((act) => act.step))].sort((a, b) => compareText(a.id, b.id));
    const name = JSON.stringify([matterId, ...taken.map((step) => step.id)]);
    let shape = shapes.get(name);
    if (!shape) {
      shape = { index: shapes.size, matterId, steps: taken };
      shapes.set(name, shape);
    }
    caseActs.set(caseId, { case: first.case, acts, shape });
  }
  return { caseActs, shapes: [...shapes.values()] };
}

function sortSteps(steps: readonly Step[]): Map<string, Step[]> {
  const stepsOf = gather(steps, (step) => step.matterId);
  for (const rows of stepsOf.values())
    rows.sort((a, b) => a.position - b.position || compareText(a.id, b.id));
  return stepsOf;
}

function holdersByStep(authorities: readonly Authority[]): Map<string, Holders> {
  const holders = new Map<string, Holders>();
  for (const [stepId, rows] of gather(authorities, (row) => row.stepId))
    holders.set(stepId, {
      posts: gather(rows, (row) => row.postId),
      people: gather(rows, (row) => row.personId),
    });
  return holders;
}

function relationsByPerson(world: Pick<Facts, "relations">): View["relationsOf"] {
  const relations = gather(world.relations, (row) => row.personId);
  for (const row of world.relations)
    if (row.otherPersonId !== null && row.otherPersonId !== row.personId)
      push(relations, row.otherPersonId, row);
  return relations;
}
