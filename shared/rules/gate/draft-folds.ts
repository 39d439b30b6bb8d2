// The folds that a draft joins: its case, itself, the people whom it credits, and the cases that it is counted with.
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

  stage.putCase(of, after);
  for (const one of prepared) {
    const { rule, admits, personFold } = one;
    switch (rule.kind) {
      case "within-authority":
        // The other acts of the case are covered, or not, whatever this one is.
        if (!admits(of.matterId)) break;
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
        if (admits(of.matterId)) ofSplit(scene, one, after, tell);
        break;
      case "relation":
        if (rule.parameters.counterpart === "holder") break;
        if (admits(of.matterId) && credited.some((id) => view.relationsOf.has(id)))
          inCase(scene, after, one, tell);
        break;
      default:
        if (admits(of.matterId)) inCase(scene, after, one, tell);
    }
  }
  return reasons;
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

/** Only a draft that gives its case a day, or takes or moves it, can change what is counted together. */
function ofSplit(scene: Scene, one: Prepared, after: readonly Act[], tell: Tell): void {
  const { stage, log, asked, acts } = scene;
  const { view } = stage;
  const { of, isNew } = asked;
  if (one.rule.kind !== "split-amount" || of.amount === null || of.amount <= 0) return;
  const dayBefore = isNew ? null : dayOfCase(view, of, acts);
  const dayAfter = dayOfCase(view, of, after);
  if (dayBefore === dayAfter) return;
  const peers = log.peersOf(of, one.rule.parameters).flatMap((row): DatedCase[] => {
    const day = dayOfCase(view, row.case, stage.actsOf(row.case, row.approvals));
    return day === null ? [] : [{ case: row.case, day, amount: row.case.amount }];
  });
  const counted = (day: Day | null): DatedCase[] =>
    [...peers, ...(day === null ? [] : [{ case: of, day, amount: of.amount }])].sort(compareDated);
  const all: Touched = { caseIds: new Set(), personIds: new Set(), keys: null };
  stage.putDated(counted(dayAfter));
  tell(one, foldOf(one, all), () => {
    stage.putDated(counted(dayBefore));
    return foldOf(one, all);
  });
}
