// Rules of the kinds that compare acts, holdings and cases with each other, with values near those of the generated worlds.
import type { Rule } from "../../shared/domain/rule.ts";
import { unitScopes } from "../../shared/domain/rule-kinds.ts";
import type { World } from "../../shared/domain/world.ts";
import { worldQualifications, worldRelationTypes } from "./organisation.ts";
import { limits } from "./pool.ts";
import { rule } from "./rows.ts";
import { chance, pick, type Source, shuffled, someOf } from "./source.ts";

/** A rule of that id about something in the asked duties. */
export type Made = (source: Source, id: string, asked: readonly string[], world: World) => Rule;

/** Two duties: mostly of two steps of one matter, mostly in their order. */
export function pairOf(source: Source, asked: readonly string[], world: World): [string, string] {
  const steps = pick(
    source,
    world.matters.map((matter) => world.steps.filter((step) => step.matterId === matter.id)),
  );
  const [one, other] = shuffled(source, steps);
  if (!one || !other || chance(source, 20)) return [pick(source, asked), pick(source, asked)];
  const isInOrder = one.position <= other.position || chance(source, 20);
  return isInOrder ? [one.duty, other.duty] : [other.duty, one.duty];
}

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

export const ruleMakers: Record<string, Made> = {
  separate: (source, id, asked) => rule(id, "separate-duties", dutySet(source, asked)),
  "separate-too": (source, id, asked) => rule(id, "separate-duties", dutySet(source, asked)),
  together: (source, id, asked) => rule(id, "never-together", dutySet(source, asked)),
  "together-too": (source, id, asked) => rule(id, "never-together", dutySet(source, asked)),
  same: (source, id, asked) => rule(id, "same-person", { duties: someOf(source, asked, 2, 5) }),
  units: (source, id, asked) =>
    rule(id, "separate-units", { ...dutySet(source, asked), unit: pick(source, unitScopes) }),
  rank: (source, id, asked, world) => {
    const [earlier, later] = pairOf(source, asked, world);
    return rule(id, "seniority", { earlier, later });
  },
  persons: (source, id, asked) =>
    rule(id, "two-person", {
      duty: pick(source, asked),
      minPersons: pick(source, [2, 2, 3]),
      isOdd: chance(source, 30),
      countBy: chance(source, 25) ? "organ" : "person",
      experts: chance(source, 40)
        ? {
            qualification: pick(source, [...worldQualifications, "Q9"]),
            atLeast: pick(source, [1, 1, 2]),
            of: pick(source, [2, 3, 3]),
          }
        : null,
      quietDays: quietDays(source),
    }),
  authority: (source, id) =>
    rule(id, "within-authority", {
      reasons: chance(source, 50) ? [...reasonsOfAuthority] : someOf(source, reasonsOfAuthority, 1, 4),
    }),
  order: (_source, id) => rule(id, "sequence", { check: "order" }),
  missing: (source, id) => rule(id, "sequence", { check: "missing", quietDays: quietDays(source) }),
  before: (source, id, asked, world) => {
    const [earlier, later] = pairOf(source, asked, world);
    return rule(id, "sequence", { check: "before", earlier, later });
  },
  rejected: (source, id) =>
    rule(id, "sequence", { check: "after-reject", days: pick(source, [0, 1, 2, 3, 7]) }),
  deadline: (source, id, asked, world) => {
    const [earlier, later] = pairOf(source, asked, world);
    const days = pick(source, [1, 2, 5, 10, 30, 60, 90]);
    return rule(id, "sequence", { check: "deadline", earlier, later, days, isWorkdays: chance(source, 60) });
  },
  sum: (source, id, asked, world) => {
    const [base, added] = pairOf(source, asked, world);
    const share = pick(source, [1, 100, 200, 400, 500, 500, 1000, 1000, 1000, 1001, 2000]);
    return rule(id, "sequence", { check: "sum-over", base, added, permille: share });
  },
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
      ceiling: pick(source, [...limits, 1000, 1000, null, null, null, null, null]),
      nearPermille: pick(source, [0, 400, 400, 899, 900]),
      windowDays: pick(source, [1, 2, 4, 8, 31, 90, 366]),
      minCases: pick(source, [2, 2, 3]),
    }),
  supplier: (source, id, asked) => relation(source, id, asked, "supplier"),
  actors: (source, id, asked) => relation(source, id, asked, "actor"),
  holders: (source, id, asked) => relation(source, id, asked, "holder"),
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
  counterpart: "supplier" | "actor" | "holder",
): Rule {
  return rule(id, "relation", {
    duties: chance(source, 50) ? [] : someOf(source, asked, 1, 4),
    otherDuties: chance(source, 50) ? [] : someOf(source, asked, 1, 4),
    counterpart,
    types: someOf(source, worldRelationTypes, 1, 3),
    lookbackYears: source.int(0, 3),
  });
}
