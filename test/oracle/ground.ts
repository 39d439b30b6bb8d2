// The common ground of docs/rules/kinds.md, written out slowly: acts, order, duties, holding, credit, closing.
import type { Approval, Case } from "../../shared/domain/approval.ts";
import type { Authority, Delegation, Matter, Step } from "../../shared/domain/authority.ts";
import { addDays, contains, type Day, dayOf } from "../../shared/domain/day.ts";
import { type Duty, impliedDuties } from "../../shared/domain/duty.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import type { World } from "../../shared/domain/world.ts";

/** An approval with what it belongs to. */
export interface Act extends Approval {
  day: Day;
  step: Step;
  case: Case;
  matter: Matter;
}

export interface Ground {
  world: World;
  today: Day;
  duties: ReadonlyMap<string, Duty>;
  closures: Map<string, ReadonlySet<string>>;
  /** Credit by act, kept once worked out: every kind asks for it. */
  credits: Map<Act, string[]>;
  /** Every act that exists as of today, in order; deciding or not. */
  acts: Act[];
}

export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
export const distinct = (words: readonly string[]): string[] => [...new Set(words)].sort(byText);
export const isKnown = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

export function one<T extends { id: string }>(rows: readonly T[], id: string): T {
  const found = rows.find((row) => row.id === id);
  if (!found) throw new Error(`the world names ${id}, which is not in it`);
  return found;
}

export const inOrder = (a: Act, b: Act): number =>
  a.happenedAt - b.happenedAt || a.step.position - b.step.position || byText(a.naturalKey, b.naturalKey);

export function groundOf(world: World, today: Day): Ground {
  const acts = world.approvals
    .map((approval): Act => {
      const ofCase = one(world.cases, approval.caseId);
      return {
        ...approval,
        day: dayOf(approval.happenedAt, world.settings.timeZone),
        step: one(world.steps, approval.stepId),
        case: ofCase,
        matter: one(world.matters, ofCase.matterId),
      };
    })
    .filter((act) => act.day <= today)
    .sort(inOrder);
  return {
    world,
    today,
    duties: new Map(world.duties.map((duty) => [duty.code, duty])),
    closures: new Map(),
    credits: new Map(),
    acts,
  };
}

export const isDecidingAct = (act: Act): boolean =>
  ["submit", "approve", "reject", "execute"].includes(act.action);
export const isPositiveAct = (act: Act): boolean => isDecidingAct(act) && act.action !== "reject";

export function implied(ground: Ground, duty: string): ReadonlySet<string> {
  const known = ground.closures.get(duty) ?? impliedDuties(ground.duties, duty);
  ground.closures.set(duty, known);
  return known;
}
export const includesDuty = (ground: Ground, held: string, duty: string): boolean =>
  implied(ground, held).has(duty);
/** `{d}` if d is in the set, else what of the set d implies. */
export const match = (ground: Ground, duty: string, set: readonly string[]): string[] =>
  set.includes(duty) ? [duty] : distinct(set.filter((member) => includesDuty(ground, duty, member)));

export const isSystem = (ground: Ground, personId: string): boolean =>
  one(ground.world.people, personId).isSystem;
export const humanActor = (ground: Ground, act: Act): string | null =>
  act.personId !== null && !isSystem(ground, act.personId) ? act.personId : null;

export const postsHeld = (ground: Ground, personId: string, day: Day): string[] =>
  distinct(
    ground.world.assignments
      .filter((assignment) => assignment.personId === personId && contains(assignment, day))
      .map((assignment) => assignment.postId),
  );
export const holdsOwn = (ground: Ground, personId: string, authority: Authority, day: Day): boolean =>
  authority.personId === personId ||
  (authority.postId !== null && postsHeld(ground, personId, day).includes(authority.postId));

export const amountOf = (act: Act): number | null => act.amount ?? act.case.amount;
export const coversAmountOf = (authority: Authority, act: Act): boolean => {
  const amount = amountOf(act);
  if (amount === null) return true;
  return (
    (authority.over === null || authority.over < amount) &&
    (authority.upTo === null || amount <= authority.upTo)
  );
};
export const authorityOf = (ground: Ground, delegation: Delegation): Authority =>
  one(ground.world.authorities, delegation.authorityId);

export const coversInOwnRight = (ground: Ground, personId: string, act: Act): boolean =>
  ground.world.authorities.some(
    (authority) =>
      authority.stepId === act.stepId &&
      contains(authority, act.day) &&
      coversAmountOf(authority, act) &&
      holdsOwn(ground, personId, authority, act.day),
  );
export const coveringDelegations = (ground: Ground, personId: string, act: Act): Delegation[] =>
  ground.world.delegations.filter((delegation) => {
    const authority = authorityOf(ground, delegation);
    return (
      delegation.toPersonId === personId &&
      contains(delegation, act.day) &&
      contains(authority, act.day) &&
      authority.stepId === act.stepId &&
      coversAmountOf(authority, act)
    );
  });

/** The persons to whom a deciding act is credited, sorted. */
export function creditedPersons(ground: Ground, act: Act): string[] {
  const known = ground.credits.get(act) ?? workOutCredit(ground, act);
  ground.credits.set(act, known);
  return known;
}
function workOutCredit(ground: Ground, act: Act): string[] {
  const persons: string[] = [];
  const actor = humanActor(ground, act);
  if (actor !== null) persons.push(actor);
  if (act.onBehalfOfId !== null) persons.push(act.onBehalfOfId);
  else if (actor !== null && !coversInOwnRight(ground, actor, act))
    persons.push(...coveringDelegations(ground, actor, act).map((delegation) => delegation.fromPersonId));
  return distinct(persons.filter((personId) => !isSystem(ground, personId)));
}

export const isInScope = (rule: Rule, matter: Matter): boolean =>
  (rule.scope.areas === null || rule.scope.areas.includes(matter.area)) &&
  (rule.scope.matters === null || rule.scope.matters.includes(matter.code));
export const mattersInScope = (ground: Ground, rule: Rule): Matter[] =>
  ground.world.matters.filter((matter) => isInScope(rule, matter));
export const casesInScope = (ground: Ground, rule: Rule): Case[] =>
  ground.world.cases.filter((item) => isInScope(rule, one(ground.world.matters, item.matterId)));
export const stepsOf = (ground: Ground, matterId: string): Step[] =>
  ground.world.steps.filter((step) => step.matterId === matterId);
export const stepsInScope = (ground: Ground, rule: Rule): Step[] =>
  mattersInScope(ground, rule).flatMap((matter) => stepsOf(ground, matter.id));
/** The deciding acts in scope, in order. */
export const decidingActs = (ground: Ground, rule: Rule): Act[] =>
  ground.acts.filter((act) => isDecidingAct(act) && isInScope(rule, act.matter));

/** The day on which a case closed, as of today; null while it is open. */
export function closingDay(ground: Ground, item: Case, quietDays: number): Day | null {
  const acts = ground.acts.filter((act) => act.caseId === item.id && isDecidingAct(act));
  const terminal = acts.find((act) => isPositiveAct(act) && act.step.isTerminal);
  const last = acts.at(-1);
  const days = [item.closedOn, terminal?.day, last && addDays(last.day, quietDays)];
  return (
    days
      .filter(isKnown)
      .filter((day) => day <= ground.today)
      .sort(byText)[0] ?? null
  );
}

export const actsOf = (ground: Ground, rule: Rule, item: Case): Act[] =>
  decidingActs(ground, rule).filter((act) => act.caseId === item.id);
/** A matter in scope has a step whose duties include `earlier` and another whose duties include `later`. */
export const mattersWithBoth = (ground: Ground, rule: Rule, earlier: string, later: string): Matter[] =>
  mattersInScope(ground, rule).filter((matter) => {
    const steps = stepsOf(ground, matter.id);
    return steps.some(
      (step) =>
        includesDuty(ground, step.duty, earlier) &&
        steps.some((other) => other.id !== step.id && includesDuty(ground, other.duty, later)),
    );
  });
/** How many duties of the set occur, by match, among the steps in scope. */
export const occurringDuties = (ground: Ground, rule: Rule, duties: readonly string[]): string[] =>
  distinct(stepsInScope(ground, rule).flatMap((step) => match(ground, step.duty, duties)));
export const humanActors = (ground: Ground, acts: readonly Act[]): string[] =>
  distinct(acts.map((act) => humanActor(ground, act)).filter(isKnown));
