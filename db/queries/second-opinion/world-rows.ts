// A world as rows of the small schema: for tests and benches, where no workbook is open.

import type { Day } from "../../../shared/domain/day.ts";
import { levelRank } from "../../../shared/domain/organisation.ts";
import type { Rule } from "../../../shared/domain/rule.ts";
import type { World } from "../../../shared/domain/world.ts";
import { dayNumber, dayRows, lookbackRows, numberOrNull, untilNumber, wallReader } from "./days.ts";
import type { NameOf } from "./question.ts";
import { hasWindows, ruleRows, yearsAsked } from "./rule-rows.ts";
import { type BaseRows, type Cell, noFloor, open } from "./schema.ts";

type Keys = (id: string) => number;
type KeyOrNull = (id: string | null) => number | null;
/** Integer keys over all kinds of row; ids may repeat between kinds. */
function createKeys() {
  const names: string[] = [];
  const keysOf = (): { of: Keys; orNull: KeyOrNull } => {
    const known = new Map<string, number>();
    const of = (id: string): number => {
      let key = known.get(id);
      if (key === undefined) {
        key = names.push(id) - 1;
        known.set(id, key);
      }
      return key;
    };
    return { of, orNull: (id) => (id === null ? null : of(id)) };
  };
  const nameOf: NameOf = (key) => names[key] ?? "";
  return { keysOf, nameOf };
}
const flag = (is: boolean): number => (is ? 1 : 0);

export function worldTables(
  world: World,
  rules: readonly Rule[],
  today: Day,
): { rows: BaseRows; nameOf: NameOf } {
  const { keysOf, nameOf } = createKeys();
  const departments = keysOf();
  const posts = keysOf();
  const people = keysOf();
  const suppliers = keysOf();
  const relations = keysOf();
  const matters = keysOf();
  const steps = keysOf();
  const authorities = keysOf();
  const delegations = keysOf();
  const cases = keysOf();
  const wall = wallReader(world.settings.timeZone);
  const last = dayNumber(today);

  let first = last;
  const approvals = world.approvals.map((row): Cell[] => {
    const { day, ms } = wall(row.happenedAt);
    if (day < first) first = day;
    return [
      row.naturalKey,
      cases.of(row.caseId),
      steps.of(row.stepId),
      people.orNull(row.personId),
      people.orNull(row.onBehalfOfId),
      posts.orNull(row.postId),
      row.action,
      row.amount,
      row.happenedAt,
      row.recordedAt,
      row.docNo,
      row.terminal,
      day,
      ms,
    ];
  });
  for (const { openedOn } of world.cases)
    if (openedOn !== null && dayNumber(openedOn) < first) first = dayNumber(openedOn);
  const duties = new Map(world.duties.map((duty) => [duty.code, duty]));
  const days = dayRows(first, last, new Map(world.calendar.map(({ day, isWorkday }) => [day, isWorkday])));
  const period = ({ from, until }: { from: Day; until: Day | null }): Cell[] => [
    dayNumber(from),
    untilNumber(until),
  ];
  const rows: BaseRows = {
    so_now: [[last]],
    so_department: world.departments.map((row) => [departments.of(row.id), departments.orNull(row.parentId)]),
    so_post: world.posts.map((row) => [
      posts.of(row.id),
      departments.of(row.departmentId),
      levelRank(row.level),
    ]),
    so_post_duty: world.postDuties.map((row) => [posts.of(row.postId), row.duty, ...period(row)]),
    so_person: world.people.map((row) => [
      people.of(row.id),
      flag(row.isSystem),
      numberOrNull(row.joinedOn),
      numberOrNull(row.leavesOn),
    ]),
    so_qualification: world.qualifications.map((row) => [people.of(row.personId), row.code, ...period(row)]),
    so_assignment: world.assignments.map((row) => [
      people.of(row.personId),
      posts.of(row.postId),
      ...period(row),
    ]),
    so_relation: world.relations.map((row) => [
      relations.of(row.id),
      people.of(row.personId),
      people.orNull(row.otherPersonId),
      suppliers.orNull(row.supplierId),
      row.type,
      dayNumber(row.from),
    ]),
    so_lookback: lookbackRows(
      world.relations.map(({ id, until }) => ({ key: relations.of(id), until })),
      yearsAsked(rules),
    ),
    so_absence: world.absences.map((row) => [people.of(row.personId), ...period(row)]),
    so_duty: [...duties.values()].map((duty) => [duty.code, duty.type]),
    so_implies: [...duties.values()].flatMap((duty) => duty.implies.map((general) => [duty.code, general])),
    so_matter: world.matters.map((row) => [matters.of(row.id), row.code, row.area]),
    so_step: world.steps.map((row) => [
      steps.of(row.id),
      matters.of(row.matterId),
      row.position,
      row.duty,
      flag(row.isRequired),
      flag(row.isTerminal),
    ]),
    so_authority: world.authorities.map((row) => [
      authorities.of(row.id),
      steps.of(row.stepId),
      posts.orNull(row.postId),
      people.orNull(row.personId),
      row.over ?? noFloor,
      row.upTo ?? open,
      ...period(row),
      flag(row.isCollective),
      flag(row.isSubDelegable),
    ]),
    so_delegation: world.delegations.map((row) => [
      delegations.of(row.id),
      authorities.of(row.authorityId),
      people.of(row.fromPersonId),
      people.of(row.toPersonId),
      ...period(row),
    ]),
    so_case: world.cases.map((row) => [
      cases.of(row.id),
      row.caseNo,
      matters.of(row.matterId),
      departments.orNull(row.departmentId),
      people.orNull(row.requesterId),
      row.amount,
      row.category,
      row.budgetProject,
      suppliers.orNull(row.supplierId),
      row.method,
      flag(row.isChangeApproved),
      numberOrNull(row.openedOn),
      numberOrNull(row.closedOn),
    ]),
    so_approval: approvals,
    so_day: days,
    ...ruleRows(rules, hasWindows(rules) ? days.map(([day]) => Number(day)) : []),
  };
  return { rows, nameOf };
}
