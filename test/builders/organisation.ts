// Who sits where in a generated world: departments under one another, posts, people, stays, relations, days off.
import { addDays, addMonths, addYears, type Day, weekday } from "../../shared/domain/day.ts";
import {
  type Assignment,
  assignmentKinds,
  type CalendarDay,
  type Department,
  levels,
  type Person,
  type Post,
  riskGrades,
} from "../../shared/domain/organisation.ts";
import type { TenurePolicy } from "../../shared/domain/rotation.ts";
import type { World } from "../../shared/domain/world.ts";
import { actDays, longDay, period, stepDuties, windowDay } from "./pool.ts";
import * as row from "./rows.ts";
import { chance, pick, pickOrNull, type Source, several, shuffled } from "./source.ts";

export const departmentIds = ["d1", "d2", "d3", "d4"];
export const supplierIds = ["u1", "u2"];
export const worldRelationTypes = ["spouse", "economic_interest", "employed_3y"] as const;
export const worldQualifications = ["Q1", "Q2"];

/** One, two or more organs: each department stands alone or under one before it. */
const departments = (source: Source): Department[] =>
  departmentIds.map((id, index) =>
    row.department(id, { parentId: pickOrNull(source, departmentIds.slice(0, index), 50) }),
  );

/** Days off in the week and workdays at its end, no day twice. */
const calendar = (source: Source): CalendarDay[] =>
  [...new Set(several(source, 0, 8, (): Day => windowDay(source, -3, actDays + 5)))].map((day) =>
    row.calendarDay(day, weekday(day) % 6 === 0 ? chance(source, 80) : chance(source, 15)),
  );

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

const policy = (source: Source, id: string, given: Partial<TenurePolicy>): TenurePolicy =>
  row.tenurePolicy(id, {
    limitMonths: pick(source, [2, 12, 24, 36]),
    coolingOffMonths: pick(source, [6, 18, 24, 36]),
    ...given,
  });

export function organisation(source: Source): Partial<World> {
  const madePosts = posts(source);
  const madePeople = people(source);
  const postIds = madePosts.map((post) => post.id);
  const personIds = madePeople.map((person) => person.id);
  return {
    departments: departments(source),
    calendar: calendar(source),
    qualifications: several(source, 0, 5, (index) =>
      row.qualification(
        `q${index}`,
        pick(source, personIds),
        pick(source, worldQualifications),
        period(source),
      ),
    ),
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
        // The last of many is to oneself, which no rule counts.
        otherPersonId: isSupplier ? null : index === 5 ? own! : other!,
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
    tenurePolicies: [
      ...riskGrades
        .filter(() => chance(source, 60))
        .map((riskGrade) => policy(source, `l${riskGrade}`, { riskGrade })),
      ...madePosts
        .filter(() => chance(source, 15))
        .map(({ id, riskGrade }) =>
          policy(source, `l${id}`, { postId: id, ...(riskGrade === null ? {} : { riskGrade }) }),
        ),
    ],
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
