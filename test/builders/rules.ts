// Rules of every kind and parameter for a generated world, in one version or several; and the day of the check.
import type * as fc from "fast-check";
import { addDays, type Day, dayOf } from "../../shared/domain/day.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import type { World } from "../../shared/domain/world.ts";
import { lacking } from "./lacks.ts";
import { leadMakers } from "./lead-makers.ts";
import { actDays, askedDuties, firstDay, windowDay } from "./pool.ts";
import { type Made, ruleMakers } from "./rule-makers.ts";
import { chance, drawn, pick, pickOrNull, type Source, seeded, someOf } from "./source.ts";
import { worldAreas, worldFrom } from "./world.ts";

/** Half of the asked duties come from the world, so that most rules are about something in it. */
function askedOf(source: Source, world: World): string[] {
  const own = [...world.steps, ...world.postDuties].map((row) => row.duty);
  const asked = new Set([...own, ...someOf(source, askedDuties, 2, 5)]);
  // Rules of sets want two, and what was drawn may be one duty twice.
  const another = askedDuties.find((duty) => !asked.has(duty));
  return asked.size < 2 && another !== undefined ? [...asked, another] : [...asked];
}

/** One version, or two that meet, leave a gap or stand side by side; sometimes bounded to a few areas or matters. */
function versionsOf(source: Source, world: World, id: string, make: Made): Rule[] {
  const asked = askedOf(source, world);
  const bounded = (version: number, from: Day | null, until: Day | null): Rule => ({
    ...make(source, id, asked, world),
    version,
    severity: pick(source, ["high", "medium", "low"]),
    scope: {
      areas: chance(source, 20) ? someOf(source, worldAreas, 1, 2) : null,
      matters: chance(source, 15) ? someOf(source, ["M1", "M2", "M9"], 1, 2) : null,
    },
    inForce: { from, until },
  });
  const turn = windowDay(source);
  const style = source.int(1, 10);
  if (style === 1) return [bounded(2, turn, null), bounded(1, null, turn)];
  if (style === 2) return [bounded(1, null, turn), bounded(2, addDays(turn, 3), addDays(turn, 20))];
  if (style === 3)
    return [bounded(1, pickOrNull(source, [turn], 50), pickOrNull(source, [addDays(turn, 9)], 50))];
  return [bounded(1, null, null)];
}

/** Now and then a rule says that another asks the same: one that is there or is not, itself, or one that says so too. */
function withTwins(source: Source, rules: readonly Rule[]): Rule[] {
  if (chance(source, 60)) return [...rules];
  const ids = [...Object.keys(ruleMakers), ...Object.keys(leadMakers), "elsewhere"];
  return rules.map((made) => (chance(source, 8) ? { ...made, sameCheckAs: pick(source, ids) } : made));
}

/** A few rules for that world, of several kinds; ids name the maker. */
export const rulesFrom = (source: Source, world: World): Rule[] => {
  const rules = Object.entries({ ...ruleMakers, ...leadMakers })
    .filter(() => chance(source, 75))
    .flatMap(([id, make]) => versionsOf(source, world, id, make));
  return withTwins(source, rules);
};

/** What one check is given. */
export interface Question {
  world: World;
  rules: Rule[];
  today: Day;
}
const turns: readonly Day[] = ["2025-12-31", "2026-01-01", "2027-01-01"];
/** The day of the check is often within the window, so that some acts lie ahead of it, or something begins on it. */
export function questionFrom(source: Source): Question {
  const world = lacking(source, worldFrom(source));
  const rules = rulesFrom(source, world);
  const telling = [...world.assignments.map((row) => row.from), ...world.cases.map((row) => row.openedOn)];
  const acted = world.approvals.map((act) => dayOf(act.happenedAt, world.settings.timeZone));
  const days = telling.filter((day) => day !== null && day >= firstDay);
  const later = addDays(firstDay, actDays + source.int(0, chance(source, 40) ? 10 : 100));
  // Days after an act that rules wait for, or the first days of a year.
  const due = [...acted.map((day) => addDays(day, pick(source, [1, 2, 3, 5, 10, 30, 31]))), ...turns];
  const soon = pickOrNull(source, days, 40) ?? pickOrNull(source, due, 50) ?? windowDay(source, 10);
  const today = chance(source, 60) ? later : soon;
  return { world, rules, today };
}
export const questionOf = (seed: number): Question => questionFrom(seeded(seed));
export const questionArbitrary: fc.Arbitrary<Question> = drawn(questionFrom);
