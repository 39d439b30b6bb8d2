// The simulated effect of a set on today's head: what of the matrix appears and vanishes, whose powers change, what is staffed.
import type { Context } from "../../../shared/contract/call.ts";
import type { Effect } from "../../../shared/contract/changes.ts";
import type { Day } from "../../../shared/domain/day.ts";
import type { Edit } from "../../../shared/domain/edit.ts";
import { withEdits, withRuleEdits } from "../../../shared/domain/edited.ts";
import type { Rule } from "../../../shared/domain/rule.ts";
import type { World } from "../../../shared/domain/world.ts";
import { effectOn } from "../../../shared/rules/design/effect.ts";
import { overDays } from "../../../shared/rules/design/over-days.ts";
import { prepareDesign } from "../../../shared/rules/design/recheck.ts";
import type { Desk } from "../desk.ts";
import { labelsOf } from "../labels.ts";
import { scenesOver } from "../staffing/scene.ts";
import { shiftReader } from "./staffing-shift.ts";

type Found = Omit<Effect, "headSeq">;
/** The effects simulated last on one reading of the world, by what was asked; another reading begins anew. */
interface Kept {
  rules: unknown;
  found: Map<string, Found>;
}
const kept = new WeakMap<World, Kept>();
/** Submitting, looking and approving ask of the same draft; a few drafts may be compared. */
const most = 8;

/** @param day from which the edits would hold */
export async function simulated(
  desk: Desk,
  context: Context,
  edits: readonly Edit[],
  day: Day,
): Promise<Effect> {
  const [world, stored] = [desk.world(), desk.rules()];
  const known = kept.get(world);
  const own: Kept = known?.rules === stored ? known : { rules: stored, found: new Map() };
  kept.set(world, own);
  const asked = JSON.stringify([day, edits]);
  const found = own.found.get(asked) ?? (await worked(desk, context, { world, edits, day }));
  own.found.delete(asked);
  own.found.set(asked, found);
  for (const oldest of own.found.keys()) if (own.found.size > most) own.found.delete(oldest);
  return { headSeq: desk.head().seq, ...found };
}

const label = { zh: "正在试算影响", en: "Simulating the effect" };

async function worked(
  desk: Desk,
  context: Context,
  { world, edits, day }: { world: World; edits: readonly Edit[]; day: Day },
): Promise<Found> {
  const rules: Rule[] = desk.rules().map(({ rule }) => rule);
  const edited = { facts: withEdits(world, edits, day), rules: withRuleEdits(rules, edits) };
  const before = prepareDesign(world, rules, day);
  const days = daysOf(edits, day);
  const step = (nth: number): void => context.progress(label, nth, days.length + 1);
  step(0);
  const { people, ...effect } = effectOn(before, edits);
  const shiftsOn = shiftReader(desk.deps.breathe, context, {
    before: scenesOver(world, rules),
    after: scenesOver(edited.facts, edited.rules),
  });
  const staffing = await shiftsOn(day, { before: null, after: null });
  // Who sits where changes from day to day of a plan: each of its days is asked.
  const laterDays =
    days.length > 0 ? overDays(before, prepareDesign(edited.facts, edited.rules, day), days) : [];
  for (const later of laterDays) {
    step(days.indexOf(later.day));
    addNew(effect.appearing, later.appearing, ({ key }) => key);
    addNew(effect.vanishing, later.vanishing, ({ key }) => key);
    const shifts = await shiftsOn(later.day, {
      before: later.turnedBefore?.matters ?? null,
      after: later.turnedAfter?.matters ?? null,
    });
    addNew(staffing, shifts, ({ matterId, upTo, after }) => `${matterId} ${upTo} ${after}`);
  }
  const labels = labelsOf(world);
  return {
    day,
    ...effect,
    staffing,
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
