// A view with some evidence taken out of it: what the folds then find says whether the evidence was needed.
import type { Evidence } from "../../domain/conflict.ts";
import { sortedIds } from "../gather.ts";
import type { Act, CaseActs, Holding, Shape, View } from "../view.ts";

const nameOf = ({ kind, id }: Evidence): string => `${kind} ${id}`;
const none: readonly Act[] = [];

/**
 * The view without these acts, cases, relations, and what people hold by these rows. What a rule asks of the world
 * before it folds anything (its preconditions) stays, and so does the day of a case: both are about the whole log.
 * `caseIds`: the cases that the folds will look at; the acts of others are left out of the cases.
 */
export function without(view: View, gone: readonly Evidence[], caseIds: Iterable<string>): View {
  const names = new Set(gone.map(nameOf));
  const isGone = (kind: Evidence["kind"], id: string | null): boolean =>
    id !== null && names.has(`${kind} ${id}`);
  const left = (acts: readonly Act[]): readonly Act[] =>
    acts.filter((act) => !isGone("approval", act.approval.id));
  const { caseActs, shapes } = shaped(view, left, caseIds);
  const stays = (row: Holding): boolean =>
    !isGone("assignment", row.assignmentId) &&
    !isGone("post-duty", row.postDutyId) &&
    !isGone("authority", row.authorityId) &&
    !isGone("delegation", row.delegationId);
  const dated = remembered(() => view.datedCases().filter((one) => !isGone("case", one.case.id)));
  const relations = view.world.relations.filter((row) => !isGone("relation", row.id));
  const isTied = relations.length < view.world.relations.length;
  return {
    ...view,
    caseActs,
    shapes,
    ...(isTied
      ? {
          world: { ...view.world, relations },
          relationsOf: new Map(
            [...view.relationsOf].map(([id, rows]) => [
              id,
              rows.filter((row) => !isGone("relation", row.id)),
            ]),
          ),
        }
      : {}),
    actsBy: remembered((personId) => left(view.actsBy(personId))),
    actsCrediting: remembered((personId) => left(view.actsCrediting(personId))),
    holdingsOf: remembered((personId) => view.holdingsOf(personId).filter(stays)),
    datedCases: () => dated("all"),
  };
}

/** Asked of a view that is restricted further, a list is gone through once. */
function remembered<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}

/** Cases with the acts that are left, each with the shape that these make. */
function shaped(
  view: View,
  left: (acts: readonly Act[]) => readonly Act[],
  caseIds: Iterable<string>,
): { caseActs: Map<string, CaseActs>; shapes: Shape[] } {
  const shapes: Shape[] = [];
  const caseActs = new Map<string, CaseActs>();
  for (const id of sortedIds(caseIds)) {
    const whole = view.caseActs.get(id);
    const acts = left(whole?.acts ?? none);
    if (!whole || acts.length === 0) continue;
    const steps = [...new Set(acts.map((act) => act.step))];
    const shape = { index: shapes.length, matterId: whole.case.matterId, steps };
    shapes.push(shape);
    caseActs.set(id, { case: whole.case, acts, shape });
  }
  return { caseActs, shapes };
}
