// The simulated effect of a set on today's head: what of the matrix appears and vanishes, whose powers change, what is staffed.
import type { Context } from "../../../shared/contract/call.ts";
import type { Effect } from "../../../shared/contract/changes.ts";
import type { Day } from "../../../shared/domain/day.ts";
import type { Edit } from "../../../shared/domain/edit.ts";
import { designEffect } from "../../../shared/rules/design/effect.ts";
import type { Desk } from "../desk.ts";
import { labelsOf } from "../labels.ts";
import { staffingShifts } from "./staffing-shift.ts";

/** @param day from which the edits would hold */
export async function simulated(
  desk: Desk,
  context: Context,
  edits: readonly Edit[],
  day: Day,
): Promise<Effect> {
  const rules = desk.rules().map(({ rule }) => rule);
  const { people, ...found } = designEffect(desk.world(), rules, edits, day);
  const staffing = await staffingShifts(desk, context, edits, day);
  const labels = labelsOf(desk.world());
  return {
    headSeq: desk.head().seq,
    day,
    ...found,
    staffing,
    people: people.map(({ personId, gains, losses }) => ({
      ...labels.person(personId),
      gains,
      loses: losses,
    })),
  };
}
