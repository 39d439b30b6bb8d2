// The overview: what is open by area and kind, its trend by quarter, who is due to rotate.
import type { Overview } from "../../shared/contract/conflicts.ts";
import { addDays, contains, type Day, dayOf } from "../../shared/domain/day.ts";
import { type Area, areas } from "../../shared/domain/duty.ts";
import { stakeOf } from "../../shared/domain/stake.ts";
import type { World } from "../../shared/domain/world.ts";
import { conflictsAsked } from "./conflicts-asked.ts";
import type { Desk, Lens } from "./desk.ts";
import { tenureRows } from "./tenure-rows.ts";
import { summaryOf } from "./workbook.ts";

const quarterOf = (day: Day): string => `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
const quarterCount = 8;
const rank = { high: 3, medium: 2, low: 1 } as const;

function lastQuarters(day: Day): string[] {
  const quarters: string[] = [];
  let year = Number(day.slice(0, 4));
  let quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  for (let count = 0; count < quarterCount; count += 1) {
    quarters.unshift(`${year}Q${quarter}`);
    quarter -= 1;
    if (quarter === 0) {
      quarter = 4;
      year -= 1;
    }
  }
  return quarters;
}

/** Steps that exactly one person may do on the day, by area. */
function soleHolders(world: World, day: Day): Map<Area, number> {
  const holders = new Map<string, Set<string>>();
  for (const { postId, personId, from, until } of world.assignments)
    if (contains({ from, until }, day)) holders.set(postId, (holders.get(postId) ?? new Set()).add(personId));
  const byStep = new Map<string, Set<string>>();
  for (const authority of world.authorities) {
    if (!contains(authority, day)) continue;
    const people = byStep.get(authority.stepId) ?? new Set<string>();
    if (authority.personId !== null) people.add(authority.personId);
    else for (const person of holders.get(authority.postId ?? "") ?? []) people.add(person);
    byStep.set(authority.stepId, people);
  }
  const areaOf = new Map(world.matters.map(({ id, area }) => [id, area]));
  const counts = new Map<Area, number>();
  for (const step of world.steps) {
    const area = areaOf.get(step.matterId);
    if (area && byStep.get(step.id)?.size === 1) counts.set(area, (counts.get(area) ?? 0) + 1);
  }
  return counts;
}

export function overviewOf(desk: Desk, lens: Lens): Overview {
  const { world, day } = lens;
  const { rows, summary } = conflictsAsked(desk, lens, false);
  const areaOfMatter = new Map(world.matters.map(({ id, area }) => [id, area]));
  const areaOfCase = new Map(
    world.cases.map(({ id, matterId }) => [id, areaOfMatter.get(matterId) ?? "cross"]),
  );
  const approvalsBy = new Map<Area, number>();
  let firstDay: Day | null = null;
  let first = Number.POSITIVE_INFINITY;
  let approvals = 0;
  const openedBy = new Set<string>();
  for (const { caseId, happenedAt } of world.approvals) {
    if (dayOf(happenedAt, world.settings.timeZone) > day) continue;
    approvals += 1;
    openedBy.add(caseId);
    const area = areaOfCase.get(caseId) ?? "cross";
    approvalsBy.set(area, (approvalsBy.get(area) ?? 0) + 1);
    if (happenedAt < first) first = happenedAt;
  }
  if (Number.isFinite(first)) firstDay = dayOf(first, world.settings.timeZone);
  const quarters = lastQuarters(day);
  const sole = soleHolders(world, day);
  const ledger = tenureRows(world, day);
  const soon = addDays(day, 30);
  const keyPosts = world.posts.filter((post) => post.isKey && contains(post, day)).length;
  return {
    day,
    firstDay,
    approvals,
    cases: lens.isNow ? world.cases.length : openedBy.size,
    openConflicts: rows.length,
    highConflicts: rows.filter(({ severity }) => severity === "high").length,
    potentialConflicts: rows.filter(({ basis }) => basis === "potential").length,
    amount: stakeOf(rows),
    areas: areas.flatMap((area) => {
      const own = rows.filter((row) => row.area === area);
      const approvals = approvalsBy.get(area) ?? 0;
      if (own.length === 0 && approvals === 0) return [];
      const kinds = [...new Set(own.map(({ kind }) => kind))];
      return [
        {
          area,
          approvals,
          amount: stakeOf(own),
          cells: kinds.map((kind) => {
            const cell = own.filter((row) => row.kind === kind);
            const worst = cell.toSorted((a, b) => rank[b.severity] - rank[a.severity])[0]?.severity ?? "low";
            return { kind, count: cell.length, worst };
          }),
          trend: quarters.map((quarter) => own.filter((row) => quarterOf(row.day) === quarter).length),
          soleHolders: sole.get(area) ?? 0,
        },
      ];
    }),
    quarters,
    keyPosts,
    overdue: ledger.filter(({ state }) => state === "overdue").length,
    dueSoon: ledger.filter(({ state }) => state === "near" || state === "due").length,
    rotation: ledger
      .filter(({ state }) => state !== "normal")
      .slice(0, 50)
      .map(({ person, post, dueOn, state, daysLeft }) => ({
        person,
        post: { id: post.id, name: post.name },
        dueOn,
        state,
        daysLeft,
      })),
    endingAuthorities: world.authorities.filter(({ until }) => until !== null && until > day && until <= soon)
      .length,
    worst: rows.slice(0, 3),
    lastCheck: summary ?? summaryOf(desk)?.summary ?? null,
  };
}
