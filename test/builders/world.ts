// Small but nasty worlds: everything that a check looks at, from a seed or from fast-check.
import type * as fc from "fast-check";
import { type Case, procurementMethods } from "../../shared/domain/approval.ts";
import type { Matter, Step } from "../../shared/domain/authority.ts";
import { addDays, addMonths, addYears } from "../../shared/domain/day.ts";
import type { Area } from "../../shared/domain/duty.ts";
import {
  type Assignment,
  assignmentKinds,
  levels,
  type Person,
  type Post,
  riskGrades,
} from "../../shared/domain/organisation.ts";
import type { World } from "../../shared/domain/world.ts";
import { approvals, meetActs } from "./acts.ts";
import { grants } from "./grants.ts";
import { actDays, amounts, longDay, period, stepDuties, windowDay, worldDuties } from "./pool.ts";
import * as row from "./rows.ts";
import { chance, drawn, pick, pickOrNull, type Source, seeded, several, shuffled } from "./source.ts";

const departmentIds = ["d1", "d2"];
const supplierIds = ["u1", "u2"];
const zones = [
  "Asia/Shanghai",
  "Asia/Shanghai",
  "Asia/Shanghai",
  "America/New_York",
  "Pacific/Auckland",
  "UTC",
];
export const worldAreas: readonly Area[] = ["gov_proc", "accounting", "contract"];
export const worldRelationTypes = ["spouse", "economic_interest", "employed_3y"] as const;

function posts(source: Source): Post[] {
  const made = several(source, 1, 5, (index) =>
    row.post(`t${index}`, {
      departmentId: pick(source, departmentIds),
      level: pick(source, levels),
      isKey: chance(source, 60),
      riskGrade: pickOrNull(source, riskGrades, 70),
      tenureLimitMonths: pickOrNull(source, [1, 6, 12, 24], 40),
    }),
  );
  for (const post of made) {
    const others = made.filter((other) => other.id !== post.id).map((other) => other.id);
    post.successorId = pickOrNull(source, others, 20);
  }
  return made;
}

function people(source: Source): Person[] {
  const count = source.int(2, 6);
  return Array.from({ length: count }, (_, index) =>
    row.person(`p${index + 1}`, {
      joinedOn: chance(source, 40) ? pick(source, [longDay(source), windowDay(source)]) : null,
      leavesOn: chance(source, 20) ? windowDay(source) : null,
      isSystem: index === count - 1 && chance(source, 30),
    }),
  );
}

function stepsOf(source: Source, matter: Matter): Step[] {
  let position = source.int(1, 2);
  return several(source, 2, 5, (index) => {
    if (index > 1 && chance(source, 80)) position += source.int(1, 2);
    return row.step(`${matter.id}s${index}`, matter.id, position, pick(source, stepDuties), {
      isRequired: chance(source, 75),
      isTerminal: chance(source, 15),
    });
  });
}

/** Some stays are broken off and taken up again after days or months. */
function assignments(source: Source, personIds: readonly string[], postIds: readonly string[]): Assignment[] {
  return several(source, 0, 8, (index) => {
    const made = row.assignment(`a${index}`, pick(source, personIds), pick(source, postIds), {
      kind: pick(source, assignmentKinds),
      ...period(source),
    });
    if (chance(source, 70)) return [made];
    const until = chance(source, 50) ? longDay(source) : windowDay(source, -20, 20);
    if (until <= made.from || (made.until !== null && made.until <= until)) return [made];
    // Gaps and cooling-off periods that rules and policies ask for, to the day or a day beside.
    const again = addDays(addMonths(until, pick(source, [0, 1, 3, 6, 12, 18, 24])), source.int(-1, 1));
    const from = chance(source, 35) ? windowDay(source) : again;
    return [
      { ...made, until },
      { ...made, id: `a${index}b`, from: from < until ? until : from, until: null },
    ];
  }).flat();
}

function organisation(source: Source): Partial<World> {
  const madePosts = posts(source);
  const madePeople = people(source);
  const postIds = madePosts.map((post) => post.id);
  const personIds = madePeople.map((person) => person.id);
  return {
    departments: departmentIds.map((id) => row.department(id)),
    suppliers: supplierIds.map((id) => row.supplier(id)),
    posts: madePosts,
    people: madePeople,
    postDuties: several(source, 0, 5, (index) =>
      row.postDuty(`h${index}`, pick(source, postIds), pick(source, stepDuties), period(source)),
    ),
    assignments: assignments(source, personIds, postIds),
    relations: several(source, 0, 5, (index) => {
      const [own, other] = shuffled(source, personIds);
      const isSupplier = chance(source, 50);
      const until = chance(source, 50) ? addYears(windowDay(source), -source.int(0, 3)) : null;
      return row.relation(`r${index}`, own!, {
        otherPersonId: isSupplier ? null : other!,
        supplierId: isSupplier ? pick(source, supplierIds) : null,
        type: pick(source, worldRelationTypes),
        from: chance(source, 40) && until === null ? windowDay(source) : "2021-06-15",
        until,
      });
    }),
    absences: several(source, 0, 4, (index) => {
      const from = windowDay(source, -5);
      return row.absence(`b${index}`, pick(source, personIds), from, addDays(from, source.int(1, 15)));
    }),
    tenurePolicies: riskGrades
      .filter(() => chance(source, 60))
      .map((riskGrade) =>
        row.tenurePolicy(`l${riskGrade}`, {
          riskGrade,
          limitMonths: pick(source, [2, 12, 24, 36]),
          coolingOffMonths: pick(source, [6, 18, 24, 36]),
        }),
      ),
    exemptions: several(source, 0, 4, (index) => {
      const from = windowDay(source, -30);
      return row.exemption(
        `x${index}`,
        pick(source, personIds),
        pick(source, postIds),
        from,
        addDays(from, source.int(1, 60)),
      );
    }),
  };
}

/** In half of the worlds the cases are much alike, so that several of them make a group. */
function cases(source: Source, world: World): Case[] {
  const personIds = world.people.map((person) => person.id);
  const isAlike = chance(source, 50);
  const usually = isAlike ? 94 : 80;
  const among = <T>(items: readonly T[]): readonly T[] => (isAlike ? items.slice(0, 1) : items);
  const alike = pick(source, [
    [500, 500, 501],
    [0, 500, 500, 1000],
    [899, 900, 901, 950, 999, 1000, 1000],
  ]);
  const figures = isAlike ? alike : amounts;
  const methods = chance(source, 60) ? (["other", "inquiry"] as const) : procurementMethods;
  return several(source, isAlike ? 5 : 1, 8, (index) =>
    row.caseOf(`c${index}`, pick(source, world.matters).id, {
      // Not in the order of the ids, and not as numbers would be ordered.
      caseNo: `n${(index * 7) % 11}`,
      departmentId: pickOrNull(source, among(departmentIds), usually),
      requesterId: pickOrNull(source, among(personIds.slice(0, 2)), usually),
      amount: pickOrNull(source, figures, usually),
      category: pickOrNull(source, among(["A", "B"]), usually),
      budgetProject: pickOrNull(source, ["P"], usually),
      supplierId: pickOrNull(source, among(supplierIds), usually),
      method: pickOrNull(source, methods, 70),
      isChangeApproved: chance(source, 8),
      openedOn: pickOrNull(
        source,
        [windowDay(source, 0, isAlike ? 15 : actDays), windowDay(source, -60, 0)],
        75,
      ),
      closedOn: pickOrNull(source, [windowDay(source, 5, actDays + 10)], 25),
    }),
  );
}

/** One world; no table is in a telling order. */
export function worldFrom(source: Source): World {
  const matters = several(source, 1, 3, (index) =>
    row.matter(`m${index}`, { code: `M${index}`, area: pick(source, worldAreas) }),
  );
  const world = row.world({
    settings: { unitName: "test", timeZone: pick(source, zones) },
    duties: [...worldDuties],
    matters,
    steps: matters.flatMap((matter) => stepsOf(source, matter)),
    ...organisation(source),
  });
  Object.assign(world, grants(source, world));
  world.cases = cases(source, world);
  world.approvals = approvals(source, world);
  meetActs(source, world);
  const mixed = Object.entries(world).map(([table, rows]) => [
    table,
    Array.isArray(rows) ? shuffled(source, rows) : rows,
  ]);
  return Object.fromEntries(mixed) as World;
}

export const worldOf = (seed: number): World => worldFrom(seeded(seed));
export const worldArbitrary: fc.Arbitrary<World> = drawn(worldFrom);
