// The log of a generated world: acts that bunch on few cases, persons, steps and instants.
import type { Action, Approval } from "../../shared/domain/approval.ts";
import { addDays, addMonths, dayOf, type Instant, instantOf, stampOf } from "../../shared/domain/day.ts";
import type { World } from "../../shared/domain/world.ts";
import { amounts, clocks, hurry, windowDay } from "./pool.ts";
import * as row from "./rows.ts";
import { chance, pick, pickOrNull, type Source, several, shuffled } from "./source.ts";

const weightedActions: readonly Action[] = [
  ...(["submit", "approve", "approve", "approve", "execute", "execute", "execute", "reject"] as const),
  ...(["comment", "read", "withdraw"] as const),
];
const lags = [0, 1, 86_400_000, 86_400_001, 2 * 86_400_000, 5 * 86_400_000 + 1];

/** The same wall clock so many days later. */
function later(at: Instant, days: number, zone: string): Instant {
  if (days === 0) return at;
  const [, clock = ""] = stampOf(at, zone).split(" ");
  return instantOf(addDays(dayOf(at, zone), days), clock, zone) + (at % 1000);
}

/** `moves`: by how many days the acts of a case lie beside the window. */
export function approvals(source: Source, world: World, moves: ReadonlyMap<string, number>): Approval[] {
  const personIds = world.people.map((person) => person.id);
  const postIds = world.posts.map((post) => post.id);
  const busy = world.cases.slice(0, source.int(1, world.cases.length));
  const keys = shuffled(
    source,
    Array.from({ length: 35 }, (_, index) => `k${index + 1}`),
  );
  const lentIds = world.delegations.map((delegation) => delegation.authorityId);
  const lentSteps = new Set(
    world.authorities.filter(({ id }) => lentIds.includes(id)).map(({ stepId }) => stepId),
  );
  const zone = world.settings.timeZone;
  const someTime = (): number => instantOf(windowDay(source), pick(source, clocks), zone);
  // In some worlds most acts crowd at few moments, seconds or minutes apart.
  const isHurried = chance(source, 40);
  const isPriced = chance(source, 30);
  const moments = several(source, 1, 3, someTime);
  return several(source, 0, chance(source, 25) ? 35 : 25, (index) => {
    const nth = isHurried && chance(source, 80) ? source.int(1, moments.length) : 0;
    const moment = nth > 0 ? moments[nth - 1]! + pick(source, hurry) : someTime();
    // One hurry is mostly about one case.
    const item = nth > 0 && chance(source, 60) ? busy[nth % busy.length]! : pick(source, busy);
    const steps = world.steps.filter((step) => step.matterId === item.matterId);
    const lent = steps.filter((step) => lentSteps.has(step.id));
    const happenedAt = later(moment, moves.get(item.id) ?? 0, zone);
    // Two favourites do most of the work: one person meets himself in most cases.
    const actor = chance(source, 60) ? pick(source, personIds.slice(0, 2)) : pick(source, personIds);
    return row.approval(
      `v${index}`,
      item.id,
      pick(source, lent.length > 0 && chance(source, 35) ? lent : steps).id,
      chance(source, 92) ? actor : null,
      happenedAt,
      {
        naturalKey: keys[index - 1]!,
        onBehalfOfId: pickOrNull(source, personIds, 15),
        postId: pickOrNull(source, postIds, 60),
        action: isHurried && chance(source, 50) ? "approve" : pick(source, weightedActions),
        amount: pickOrNull(source, isPriced ? [100, 400, 500, 1000] : amounts, isPriced ? 80 : 30),
        recordedAt: chance(source, 50) ? happenedAt + pick(source, lags) : null,
        docNo: pickOrNull(source, ["文1", "文2"], 40),
        terminal: pickOrNull(source, ["T1", "T1", "T1", "T2", ""], 60),
      },
    );
  });
}

/** Somebody else approves what was rejected, or the same person, the same day or some days later. */
export function approveRejected(source: Source, world: World): void {
  const zone = world.settings.timeZone;
  const personIds = world.people.map((person) => person.id);
  const rejects = world.approvals.filter((act) => act.action === "reject" && chance(source, 50));
  for (const act of rejects) {
    const happenedAt = later(act.happenedAt, source.int(0, 4), zone) + pick(source, [0, 0, 1000]);
    world.approvals.push({
      ...act,
      id: `${act.id}again`,
      // Before or after the reject where the instants are the same.
      naturalKey: chance(source, 50) ? `${act.naturalKey}z` : `a${act.naturalKey}`,
      action: "approve",
      personId: pickOrNull(source, personIds, 95),
      happenedAt,
      recordedAt: null,
    });
  }
}

/** Lends what an act needs to its actor, for a day or two about it. */
export function lendForActs(source: Source, world: World): void {
  const zone = world.settings.timeZone;
  for (const act of world.approvals.filter(() => chance(source, 25))) {
    const authority = pickOrNull(
      source,
      world.authorities.filter(({ stepId }) => stepId === act.stepId),
      80,
    );
    const givers = world.people.map(({ id }) => id).filter((id) => id !== act.personId);
    const from = addDays(dayOf(act.happenedAt, zone), -source.int(0, 1));
    const until = addDays(from, source.int(1, 3));
    if (authority === null || act.personId === null) continue;
    if (chance(source, 50)) Object.assign(authority, { over: null, from: "2022-01-01", until: null });
    const id = `y${world.delegations.length}`;
    const loan = row.delegation(id, authority.id, pick(source, givers), act.personId, { from, until });
    world.delegations = [...world.delegations.slice(0, 6), loan];
  }
}

/** Moves the days on which stays began and ended, people joined, left and qualified, so that limits and cooling-off fall on, or beside, a day of an act. */
export function meetActs(source: Source, world: World): void {
  const zone = world.settings.timeZone;
  for (const act of [...world.approvals]) {
    const day = addDays(dayOf(act.happenedAt, zone), source.int(-1, 1));
    const actor = world.people.find((row) => row.id === act.personId);
    if (actor && chance(source, 5))
      Object.assign(actor, chance(source, 50) ? { leavesOn: day } : { joinedOn: day });
    const skill = pickOrNull(source, world.qualifications, 10);
    if (skill && actor)
      Object.assign(skill, {
        personId: actor.id,
        from: chance(source, 50) ? day : "2020-01-01",
        until: null,
      });
    if (skill && skill.from < day && chance(source, 50)) skill.until = day;
    // The same person again, qualified by then or no longer.
    if (skill && chance(source, 60))
      world.approvals.push({
        ...act,
        id: `${act.id}more`,
        naturalKey: `${act.naturalKey}m`,
        happenedAt: later(act.happenedAt, pick(source, [-1, 1]), zone),
      });
    const theirs = world.assignments.filter((row) => row.personId === act.personId);
    const [last, former] = theirs;
    if (!last || !chance(source, 12)) continue;
    const post = world.posts.find((row) => row.id === last.postId);
    const policy = world.tenurePolicies.find((row) => row.riskGrade === post?.riskGrade);
    const months = post?.tenureLimitMonths ?? policy?.limitMonths ?? 12;
    if (former && chance(source, 60)) {
      const until = addMonths(day, -(policy?.coolingOffMonths ?? 24));
      Object.assign(former, { postId: last.postId, from: addMonths(until, -9), until });
      Object.assign(last, { from: addDays(day, -source.int(0, 2)), until: null });
    } else Object.assign(last, { from: addMonths(day, -months), until: null });
    act.postId = pickOrNull(source, [last.postId], 60);
  }
}
