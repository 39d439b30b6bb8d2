// Rules of every kind and parameter, with values near those of the generated worlds; and the day of the check.
import type * as fc from "fast-check";
import { addDays, type Day } from "../../shared/domain/day.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import type { World } from "../../shared/domain/world.ts";
import { actDays, askedDuties, firstDay, limits, windowDay } from "./pool.ts";
import { rule } from "./rows.ts";
import { chance, drawn, pick, pickOrNull, type Source, seeded, someOf } from "./source.ts";
import { worldAreas, worldFrom, worldRelationTypes } from "./world.ts";

type Made = (source: Source, id: string, asked: readonly string[]) => Rule;

const quietDays = (source: Source): number => pick(source, [1, 3, 10, 30, 90]);
const dutySet: (source: Source, asked: readonly string[]) => { duties: string[]; maxHeld: number } = (
  source,
  asked,
) => ({ duties: someOf(source, asked, 2, 6), maxHeld: pick(source, [1, 1, 1, 2, 3]) });

const reasonsOfAuthority = [
  "no-post",
  "no-authority",
  "outside-days",
  "over-amount",
  "sub-delegated",
  "no-collective",
] as const;
const reasonsOfAbsence = ["absent", "before-joining", "after-leaving"] as const;

const makers: Record<string, Made> = {
  separate: (source, id, asked) => rule(id, "separate-duties", dutySet(source, asked)),
  "separate-too": (source, id, asked) => rule(id, "separate-duties", dutySet(source, asked)),
  together: (source, id, asked) => rule(id, "never-together", dutySet(source, asked)),
  "together-too": (source, id, asked) => rule(id, "never-together", dutySet(source, asked)),
  persons: (source, id, asked) =>
    rule(id, "two-person", {
      duty: pick(source, asked),
      minPersons: pick(source, [2, 2, 3]),
      isOdd: chance(source, 30),
      quietDays: quietDays(source),
    }),
  authority: (source, id) =>
    rule(id, "within-authority", {
      reasons: chance(source, 50) ? [...reasonsOfAuthority] : someOf(source, reasonsOfAuthority, 1, 4),
    }),
  order: (_source, id) => rule(id, "sequence", { check: "order" }),
  missing: (source, id) => rule(id, "sequence", { check: "missing", quietDays: quietDays(source) }),
  before: (source, id, asked) =>
    rule(id, "sequence", { check: "before", earlier: pick(source, asked), later: pick(source, asked) }),
  "back-dated": (source, id) =>
    rule(id, "sequence", { check: "back-dated", lagDays: pick(source, [0, 0, 1, 2, 5]) }),
  statutory: (source, id) =>
    rule(id, "split-amount", {
      test: "statutory",
      threshold: pick(source, limits),
      minCases: pick(source, [2, 2, 3]),
    }),
  behavioural: (source, id) =>
    rule(id, "split-amount", {
      test: "behavioural",
      by: pick(source, ["requester", "supplier"]),
      ceiling: pick(source, [...limits, 1000, 1000, 1000]),
      nearPermille: pick(source, [0, 400, 400, 899, 900]),
      windowDays: pick(source, [1, 2, 3, 4, 8, 90]),
      minCases: pick(source, [2, 2, 3]),
    }),
  supplier: (source, id, asked) => relation(source, id, asked, "supplier"),
  actors: (source, id, asked) => relation(source, id, asked, "actor"),
  absence: (source, id) =>
    rule(id, "absence", {
      reasons: chance(source, 40) ? [...reasonsOfAbsence] : someOf(source, reasonsOfAbsence, 1, 2),
    }),
  limit: (source, id) => rule(id, "tenure", { check: "limit", gapMonths: pick(source, [0, 3, 12, 12]) }),
  cooling: (source, id) =>
    rule(id, "tenure", { check: "cooling-off", gapMonths: pick(source, [0, 1, 3, 12]) }),
};

function relation(
  source: Source,
  id: string,
  asked: readonly string[],
  counterpart: "supplier" | "actor",
): Rule {
  return rule(id, "relation", {
    duties: chance(source, 50) ? [] : someOf(source, asked, 1, 4),
    otherDuties: chance(source, 50) ? [] : someOf(source, asked, 1, 4),
    counterpart,
    types: someOf(source, worldRelationTypes, 1, 3),
    lookbackYears: source.int(0, 3),
  });
}

/** Half of the asked duties come from the world, so that most rules are about something in it. */
function askedOf(source: Source, world: World): string[] {
  const own = [...world.steps, ...world.postDuties].map((row) => row.duty);
  return [...new Set([...own, ...someOf(source, askedDuties, 2, 5)])];
}

/** One version, or two that meet, leave a gap or stand side by side; sometimes bounded to a few areas or matters. */
function versionsOf(source: Source, id: string, make: Made, asked: readonly string[]): Rule[] {
  const bounded = (version: number, from: Day | null, until: Day | null): Rule => ({
    ...make(source, id, asked),
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

/** A few rules for that world, of several kinds; ids name the maker. */
export const rulesFrom = (source: Source, world: World): Rule[] =>
  Object.entries(makers)
    .filter(() => chance(source, 75))
    .flatMap(([id, make]) => versionsOf(source, id, make, askedOf(source, world)));

/** What one check is given. */
export interface Question {
  world: World;
  rules: Rule[];
  today: Day;
}
/** The day of the check is often within the window, so that some acts lie ahead of it, or something begins on it. */
export function questionFrom(source: Source): Question {
  const world = worldFrom(source);
  const rules = rulesFrom(source, world);
  const telling = [...world.assignments.map((row) => row.from), ...world.cases.map((row) => row.openedOn)];
  const days = telling.filter((day) => day !== null && day >= firstDay);
  const later = addDays(firstDay, actDays + source.int(0, 100));
  const today = chance(source, 60) ? later : (pickOrNull(source, days, 50) ?? windowDay(source, 10));
  return { world, rules, today };
}
export const questionOf = (seed: number): Question => questionFrom(seeded(seed));
export const questionArbitrary: fc.Arbitrary<Question> = drawn(questionFrom);
