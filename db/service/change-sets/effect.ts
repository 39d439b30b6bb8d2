// The simulated effect of a set on today's head: what of the matrix appears and vanishes, whose powers change, what is staffed.
import type { Context } from "../../../shared/contract/call.ts";
import type { Effect } from "../../../shared/contract/changes.ts";
import type { Day } from "../../../shared/domain/day.ts";
import type { Edit } from "../../../shared/domain/edit.ts";
import { withEdits, withRuleEdits } from "../../../shared/domain/edited.ts";
import { designEffect } from "../../../shared/rules/design/effect.ts";
import { compareFindings } from "../../../shared/rules/design/finding-difference.ts";
import { prepareDesign, preparedFindings } from "../../../shared/rules/design/recheck.ts";
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
  const world = desk.world();
  const { people, ...found } = designEffect(world, rules, edits, day);
  const effect = {
    headSeq: desk.head().seq,
    day,
    ...found,
    staffing: await staffingShifts(desk, context, edits, day),
  };
  const labels = labelsOf(world);
  // Who sits where changes from day to day of a plan: each of its days is asked.
  for (const later of daysOf(edits, day)) {
    const difference = compareFindings(
      preparedFindings(prepareDesign(world, rules, later)),
      preparedFindings(prepareDesign(withEdits(world, edits, day), withRuleEdits(rules, edits), later)),
    );
    addNew(effect.appearing, difference.appearing, ({ key }) => key);
    addNew(effect.vanishing, difference.vanishing, ({ key }) => key);
    const shifts = await staffingShifts(desk, context, edits, day, later);
    addNew(effect.staffing, shifts, ({ matterId, upTo, after }) => `${matterId} ${upTo} ${after}`);
  }
  return {
    ...effect,
    people: people.map(({ personId, gains, losses }) => ({
      ...labels.person(personId),
      gains,
      loses: losses,
    })),
  };
}

/** Days after `day` on which assignments begin or end by the edits. */
function daysOf(edits: readonly Edit[], day: Day): Day[] {
  const days = edits.flatMap((edit): unknown[] => {
    if (!("kind" in edit) || edit.kind !== "assignments") return [];
    if (edit.op === "end") return [edit.until];
    return edit.op === "save" ? [edit.values.from, edit.values.until] : [];
  });
  return [...new Set(days.filter((one) => typeof one === "string" && one > day))].toSorted() as Day[];
}

function addNew<One>(list: One[], more: readonly One[], keyOf: (one: One) => string): void {
  const known = new Set(list.map(keyOf));
  for (const one of more) if (!known.has(keyOf(one))) list.push(one);
}
