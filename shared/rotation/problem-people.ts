// The people of a rotation problem: what they hold, keep, may do, and where they may not return yet.
import { contains, type Day, overlaps } from "../domain/day.ts";
import { levelRank, type RelationType, relationTypes } from "../domain/organisation.ts";
import type { Facts } from "../domain/world.ts";
import type { ProblemPerson, ProblemPost } from "./plan.ts";

/** Kinship that bars two people from one department (公务员回避规定: spouse, lineal, three generations, near affinity). */
const kinship: readonly RelationType[] = ["spouse", "lineal_blood", "collateral_3", "near_affinity"];

/** Everyone of the roster who is there on some day of `[today, until)`, by id; system accounts are not persons. */
export function rosterIds(facts: Facts, today: Day, until: Day): string[] {
  return facts.people
    .filter(
      (it) =>
        !it.isSystem &&
        it.origin === "roster" &&
        (it.leavesOn === null || it.leavesOn > today) &&
        (it.joinedOn === null || it.joinedOn < until),
    )
    .map((it) => it.id)
    .sort();
}

export function problemPeople(
  facts: Facts,
  today: Day,
  until: Day,
  posts: readonly ProblemPost[],
  lockedIds: ReadonlySet<string>,
  familyOf: ReadonlyMap<string, string>,
): ProblemPerson[] {
  const ids = new Set(rosterIds(facts, today, until));
  const horizon = { from: today, until };
  const postOf = new Map(posts.map((post) => [post.id, post]));
  const relatives = relatedIn(facts, ids, horizon, kinship);
  const related = relatedIn(facts, ids, horizon, relationTypes);
  const assignmentsOf = byPerson(facts.assignments);
  const qualificationsOf = byPerson(facts.qualifications);
  const absencesOf = byPerson(facts.absences);
  const seatsOf = new Map<string, { post: ProblemPost; startedOn: Day }[]>();
  for (const post of posts) {
    for (const seat of post.seats) {
      seatsOf.set(seat.personId, [
        ...(seatsOf.get(seat.personId) ?? []),
        { post, startedOn: seat.startedOn },
      ]);
    }
  }

  return facts.people
    .filter((it) => ids.has(it.id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((person): ProblemPerson => {
      const seats = seatsOf.get(person.id) ?? [];
      const key = seats.filter((it) => it.post.isKey).map((it) => it.post.id);
      const ordinary = seats
        .filter((it) => !it.post.isKey)
        .sort((a, b) => (a.startedOn > b.startedOn ? -1 : a.startedOn < b.startedOn ? 1 : 0));
      const placeId = key[0] ?? ordinary[0]?.post.id ?? null;
      const governed = new Set([placeId, ...key]);
      const assignments = assignmentsOf.get(person.id) ?? [];
      const kept = assignments.filter((it) => overlaps(it, horizon) && !governed.has(it.postId));
      const held = assignments
        .filter((it) => contains(it, today))
        .flatMap((it) => postOf.get(it.postId) ?? []);
      return {
        id: person.id,
        name: person.name,
        level: held.map((post) => post.level).sort((a, b) => levelRank(b) - levelRank(a))[0] ?? null,
        site: person.site,
        joinedOn: person.joinedOn,
        leavesOn: person.leavesOn,
        qualifications: (qualificationsOf.get(person.id) ?? [])
          .map(({ code, from, until: end }) => ({ code, from, until: end }))
          .sort((a, b) => (a.code + a.from < b.code + b.from ? -1 : 1)),
        absences: (absencesOf.get(person.id) ?? [])
          .map(({ from, until: end }) => ({ from, until: end }))
          .sort((a, b) => (a.from < b.from ? -1 : 1)),
        placeId,
        alsoIds: key.slice(1),
        keptIds: [...new Set(kept.map((it) => it.postId))].filter((id) => postOf.has(id)).sort(),
        served: servedBy(
          assignments.filter((it) => !(governed.has(it.postId) && contains(it, today))),
          familyOf,
        ),
        relativeIds: [...(relatives.get(person.id) ?? [])].sort(),
        relatedIds: [...(related.get(person.id) ?? [])].sort(),
        isLocked: lockedIds.has(person.id),
      };
    });
}

function byPerson<T extends { personId: string }>(rows: readonly T[]): Map<string, T[]> {
  const of = new Map<string, T[]>();
  for (const row of rows) {
    const own = of.get(row.personId);
    if (own) own.push(row);
    else of.set(row.personId, [row]);
  }
  return of;
}

function servedBy(
  assignments: readonly { postId: string; until: Day | null }[],
  familyOf: ReadonlyMap<string, string>,
): ProblemPerson["served"] {
  const ends = new Map<string, Day | null>();
  for (const it of assignments) {
    const family = familyOf.get(it.postId);
    if (!family) continue;
    const before = ends.get(family);
    if (before === null) continue;
    if (it.until === null || before === undefined || it.until > before) ends.set(family, it.until);
  }
  return [...ends]
    .map(([family, end]) => ({ family, until: end }))
    .sort((a, b) => (a.family < b.family ? -1 : 1));
}

function relatedIn(
  facts: Facts,
  ids: ReadonlySet<string>,
  horizon: { from: Day; until: Day },
  types: readonly RelationType[],
): Map<string, Set<string>> {
  const of = new Map<string, Set<string>>();
  const add = (a: string, b: string): void => void of.set(a, (of.get(a) ?? new Set<string>()).add(b));
  for (const it of facts.relations) {
    const other = it.otherPersonId;
    if (other === null || !types.includes(it.type) || !overlaps(it, horizon)) continue;
    if (!ids.has(it.personId) || !ids.has(other) || it.personId === other) continue;
    add(it.personId, other);
    add(other, it.personId);
  }
  return of;
}
