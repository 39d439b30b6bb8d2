// The folds that a draft joins: its case, itself, the people whom it credits, and the cases that it is counted with.
import type { Case } from "../../domain/approval.ts";
import type { Day } from "../../domain/day.ts";
import { compareActs } from "../acts.ts";
import { creditedPersons } from "../cover.ts";
import { compareDated, dayOfCase } from "../kinds/dated-cases.ts";
import type { Act, DatedCase, Touched } from "../view.ts";
import {
  foldOf,
  inCase,
  type Prepared,
  people,
  type Reason,
  type Scene,
  type Tell,
  teller,
} from "./folding.ts";
import type { PersonFold } from "./kept-acts.ts";
import { withAct } from "./stage.ts";

/** Of rules that are no leads. */
export function reasonsOf(scene: Scene, prepared: readonly Prepared[], draft: Act): Reason[] {
  const { stage, asked, acts } = scene;
  const { view } = stage;
  const { of } = asked;
  const after = withAct(acts, draft);
  const credited = creditedPersons(view, draft);
  const actors = draft.actorId === null ? [] : [draft.actorId];
  const reasons: Reason[] = [];
  const tell = teller(draft, reasons);
  const isRelated = credited.some((id) => view.relationsOf.has(id));
  const moved = movedDay(scene, after);

  for (const one of planOf(scene, prepared, draft, after)) {
    const { rule, personFold } = one;
    switch (rule.kind) {
      case "within-authority":
        // The other acts of the case are covered, or not, whatever this one is.
        stage.putCase(of, [draft]);
        inCase(scene, [draft], one, tell);
        stage.putCase(of, after);
        break;
      case "absence":
        for (const actorId of actors) stage.putActs(actorId, [draft]);
        tell(one, foldOf(one, people(actors)), () => []);
        break;
      case "never-together":
      case "tenure":
        if (personFold)
          for (const personId of personFold.by === "credited" ? credited : actors)
            ofPerson(scene, one, personFold, personId, draft, tell);
        break;
      case "split-amount":
        if (moved) ofSplit(scene, one, moved, tell);
        break;
      case "relation":
        if (isRelated) inCase(scene, after, one, tell);
        break;
      default:
        inCase(scene, after, one, tell);
    }
  }
  return reasons;
}

/**
 * The rules that may have something to say of a case of this shape when the draft is on this step. Which cases a
 * fold looks at hangs on the shape alone, so it is asked once. Puts the case on the stage.
 */
function planOf(
  { stage, asked, plans }: Scene,
  prepared: readonly Prepared[],
  { step }: Act,
  after: readonly Act[],
): readonly Prepared[] {
  const { of } = asked;
  const shape = stage.putCase(of, after);
  const key = `${shape?.index} ${step.id}`;
  const known = plans.get(key);
  if (known) return known;
  const touched: Touched = { caseIds: new Set([of.id]), personIds: new Set() };
  const plan = prepared.filter((one) => {
    const { rule } = one;
    if (rule.kind === "absence" || rule.kind === "tenure") return true;
    if (rule.kind === "never-together") return one.bears(step);
    if (!one.admits(of.matterId) || !one.bears(step)) return false;
    if (rule.kind === "split-amount" || rule.kind === "within-authority") return true;
    if (rule.kind === "relation" && rule.parameters.counterpart === "holder") return false;
    return one.evaluator.verdicts(touched).next().done === false;
  });
  plans.set(key, plan);
  return plan;
}

function ofPerson(
  scene: Scene,
  one: Prepared,
  fold: PersonFold,
  personId: string,
  draft: Act,
  tell: Tell,
): void {
  const { stage, folds } = scene;
  if (!fold.bears(personId, draft)) return;
  const byPerson = folds.get(fold) ?? new Map<string, Act[]>();
  folds.set(fold, byPerson);
  const firsts = byPerson.get(personId) ?? fold.firsts(personId, actsCrediting(scene, personId));
  byPerson.set(personId, firsts);
  const before = firsts.filter((act) => act.day <= stage.view.today);
  const touched = people([personId]);
  stage.putActs(personId, withAct(before, draft));
  tell(one, foldOf(one, touched), () => {
    stage.putActs(personId, before);
    return foldOf(one, touched);
  });
}

/** Every act on record that may credit the person, in order; the day is not asked: what is kept serves any. */
function actsCrediting({ stage, log }: Scene, personId: string): Act[] {
  const { view } = stage;
  // Whoever acts on a loan credits its giver.
  const borrowers = view.world.delegations
    .filter((row) => row.fromPersonId === personId)
    .map((row) => row.toPersonId);
  const approvals = new Map(
    [...new Set([personId, ...borrowers])]
      .flatMap((id) => log.approvalsBy(id))
      .map((row) => [row.approval.id, row]),
  );
  return [...approvals.values()]
    .flatMap(({ approval, case: of }) => stage.actOf(of, approval) ?? [])
    .sort(compareActs);
}

/** The days of the case before and after the draft. */
interface Moved {
  readonly before: Day | null;
  readonly after: Day | null;
}
/** Only a draft that gives its case a day, or takes or moves it, can change what is counted together. */
function movedDay({ stage, asked, acts }: Scene, after: readonly Act[]): Moved | null {
  const { view } = stage;
  const { of, isNew } = asked;
  if (of.amount === null || of.amount <= 0) return null;
  const moved = { before: isNew ? null : dayOfCase(view, of, acts), after: dayOfCase(view, of, after) };
  return moved.before === moved.after ? null : moved;
}

/** After every day. */
const never: Day = "9999-12-31";
/** Worked out once for as long as the log stays, but for a case with acts after the day. */
function dayOfPeer({ stage, log, days }: Scene, of: Case): Day | null {
  const { view } = stage;
  const upToNow = (day: Day | null): Day | null => (day !== null && day <= view.today ? day : null);
  const known = days.get(of.id);
  if (known && known.lastDay <= view.today) return upToNow(known.day);
  const acts = log
    .approvalsOf(of.id)
    .flatMap((approval) => stage.actOf(of, approval) ?? [])
    .sort(compareActs);
  const lastDay = acts.at(-1)?.day ?? "";
  if (lastDay > view.today)
    return dayOfCase(
      view,
      of,
      acts.filter((act) => act.day <= view.today),
    );
  const day = dayOfCase({ today: never, duties: view.duties }, of, acts);
  days.set(of.id, { day, lastDay });
  return upToNow(day);
}

function ofSplit(scene: Scene, one: Prepared, moved: Moved, tell: Tell): void {
  const { stage, log, asked } = scene;
  const { of } = asked;
  if (one.rule.kind !== "split-amount") return;
  const peers: DatedCase[] = [];
  for (const other of log.peersOf(of, one.rule.parameters)) {
    const day = dayOfPeer(scene, other);
    if (day !== null) peers.push({ case: other, day, amount: other.amount });
  }
  if (peers.length + 1 < one.rule.parameters.minCases) return;
  const counted = (day: Day | null): DatedCase[] =>
    [...peers, ...(day === null ? [] : [{ case: of, day, amount: of.amount }])].sort(compareDated);
  const all: Touched = { caseIds: new Set(), personIds: new Set(), keys: null };
  stage.putDated(counted(moved.after));
  tell(one, foldOf(one, all), () => {
    stage.putDated(counted(moved.before));
    return foldOf(one, all);
  });
}
