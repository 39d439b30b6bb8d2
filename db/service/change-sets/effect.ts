// The simulated effect of a set on today's head: what of the matrix appears and vanishes, whose powers change, what is staffed.
import type { Effect } from "../../../shared/contract/changes.ts";
import type { Day } from "../../../shared/domain/day.ts";
import type { Edit } from "../../../shared/domain/edit.ts";
import { designEffect } from "../../../shared/rules/design/effect.ts";
import type { Desk } from "../desk.ts";
import { labelsOf } from "../labels.ts";

/** @param day from which the edits would hold */
export function simulated(desk: Desk, edits: readonly Edit[], day: Day): Effect {
  const rules = desk.rules().map(({ rule }) => rule);
  const { people, ...found } = designEffect(desk.world(), rules, edits, day);
  const labels = labelsOf(desk.world());
  return {
    headSeq: desk.head().seq,
    day,
    ...found,
    staffing: [],
    people: people.map(({ personId, gains, losses }) => ({
      ...labels.person(personId),
      gains,
      loses: losses,
    })),
  };
}
