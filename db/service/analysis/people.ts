// People as rows of the concentration page, and one person with the cases and the steps that hang on them.
import type { PersonDetail, PersonShare as PersonRow } from "../../../shared/contract/analysis.ts";
import { contains } from "../../../shared/domain/day.ts";
import type { PersonShare } from "../../../shared/rules/analysis/concentration.ts";
import { gone } from "../desk.ts";
import type { Scene } from "./scene.ts";

const matterNamed = ({ view }: Scene, id: string) => ({ id, name: view.matters.get(id)?.name ?? id });

export const personRow = (scene: Scene, one: PersonShare): PersonRow => {
  const { view, labels, lens } = scene;
  const posts = (view.assignmentsOf.get(one.personId) ?? [])
    .filter((row) => contains(row, lens.day))
    .flatMap((row) => view.posts.get(row.postId) ?? []);
  return {
    person: labels.person(one.personId),
    posts: posts.map(({ id, name }) => ({ id, name })),
    cases: one.cases,
    performed: one.performed,
    ofOwnCases: one.ofOwnCases,
    most: one.most?.share ?? null,
    overHalf: one.overHalf,
    span: one.span,
    typesDone: one.typesDone,
    typesHeld: one.typesHeld,
    worst: one.worst,
    soleSteps: one.soleSteps.length,
    stopping: one.stopping.map((id) => matterNamed(scene, id)),
  };
};

const shownCases = 100;

/** @throws FaultError missing: nobody by that id has any part that day */
export function personDetail(scene: Scene, personId: string): PersonDetail {
  const { view, labels } = scene;
  const { people, settled, medians } = scene.concentration();
  const one = people.find((person) => person.personId === personId);
  if (!one) throw gone({ zh: "该人员在所选期间的办理", en: "That person's part in the period" });
  const cases = settled.cases.flatMap((of) => {
    const hand = of.hands.get(personId);
    return hand ? [{ of, hand, share: hand.duties.size / of.duties }] : [];
  });
  return {
    person: labels.person(personId),
    cases: cases
      .toSorted((a, b) => b.share - a.share || (a.of.endedOn < b.of.endedOn ? 1 : -1))
      .slice(0, shownCases)
      .map(({ of, hand }) => ({
        id: of.case.id,
        caseNo: of.case.caseNo,
        matter: view.matters.get(of.case.matterId)?.name ?? of.case.matterId,
        amount: of.case.amount,
        endedOn: of.endedOn,
        duties: hand.duties.size,
        of: of.duties,
        types: [...hand.types],
        people: of.hands.size,
        hhi: of.hhi,
        median: medians.get(of.case.matterId) ?? of.hhi,
      })),
    soleSteps: one.soleSteps.map((step) => ({
      step: { id: step.id, name: step.name },
      matter: matterNamed(scene, step.matterId),
      dutyType: view.duties.get(step.duty)?.type ?? "execute",
      isRequired: step.isRequired,
    })),
  };
}
