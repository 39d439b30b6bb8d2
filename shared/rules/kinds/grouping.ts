// The groups that several kinds share: cases, and people with their acts.
import type { Step } from "../../domain/authority.ts";
import type { Kind } from "../../domain/rule-kinds.ts";
import type { Act, Shape, Touched } from "../view.ts";
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
  const verdicts = view.shapes.map((shape) => context.admits(shape.matterId) && concerns(shape));
  if (touched) {
    for (const caseId of touched.caseIds) {
      const group = view.caseActs.get(caseId);
      if (group && verdicts[group.shape.index]) yield { key: caseId, items: group.acts };
    }
    return;
  }
  for (const [key, group] of view.caseActs) if (verdicts[group.shape.index]) yield { key, items: group.acts };
}

/** People to look at, each once, system accounts left out. */
export function* persons(view: Context<Kind>["view"], touched: Touched | null): Generator<string> {
  for (const person of view.world.people)
    if (!person.isSystem && (touched === null || touched.personIds.has(person.id))) yield person.id;
}

/** The acts of cases in scope. */
export const actsInScope = <K extends Kind>(context: Context<K>, acts: readonly Act[]): readonly Act[] =>
  acts.every((act) => context.admits(act.case.matterId))
    ? acts
    : acts.filter((act) => context.admits(act.case.matterId));

/** The steps of the matters in scope. */
export const stepsInScope = <K extends Kind>(context: Context<K>): Step[] =>
  context.view.world.steps.filter((step) => context.admits(step.matterId));
