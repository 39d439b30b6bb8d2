// The groups that several kinds share: cases, and people with their acts.
import type { Step } from "../../domain/authority.ts";
import type { Kind } from "../../domain/rule-kinds.ts";
import type { Act, CaseActs, Shape, Touched } from "../view.ts";
import type { Context, Group } from "./kind.ts";

/**
 * Cases in scope, each with its acts. `concerns` is asked once per shape (matter and set of steps acted on):
 * it drops cases that cannot hold a breach whoever acted in them.
 */
export function* caseGroups<K extends Kind>(
  context: Context<K>,
  touched: Touched | null,
  concerns: (shape: Shape) => boolean,
): Generator<Group<Act>> {
  const { view } = context;
  const verdicts: boolean[] = [];
  const isAsked = ({ shape }: CaseActs): boolean => {
    verdicts[shape.index] ??= context.admits(shape.matterId) && concerns(shape);
    return verdicts[shape.index] === true;
  };
  if (touched) {
    for (const caseId of touched.caseIds) {
      const group = view.caseActs.get(caseId);
      if (group && isAsked(group)) yield { key: caseId, items: group.acts };
    }
    return;
  }
  for (const [key, group] of view.caseActs) if (isAsked(group)) yield { key, items: group.acts };
}

/** People to look at, each once, system accounts left out. */
export function* persons(view: Context<Kind>["view"], touched: Touched | null): Generator<string> {
  for (const id of touched?.personIds ?? view.people.keys())
    if (view.people.get(id)?.isSystem === false) yield id;
}

/** The acts of cases in scope. */
export const actsInScope = <K extends Kind>(context: Context<K>, acts: readonly Act[]): readonly Act[] =>
  acts.every((act) => context.admits(act.case.matterId))
    ? acts
    : acts.filter((act) => context.admits(act.case.matterId));

/** The duties of the steps of the matters in scope. */
export function dutiesInScope<K extends Kind>(context: Context<K>): ReadonlySet<string> {
  const duties = new Set<string>();
  for (const [matterId, own] of context.view.stepDuties)
    if (context.admits(matterId)) for (const duty of own) duties.add(duty);
  return duties;
}

/** The steps of the matters in scope. */
export const stepsInScope = <K extends Kind>(context: Context<K>): Step[] =>
  context.view.world.steps.filter((step) => context.admits(step.matterId));
