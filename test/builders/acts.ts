// The log of a generated world: acts that bunch on few cases, persons, steps and instants.
import type { Action, Approval } from "../../shared/domain/approval.ts";
import { addDays, addMonths, dayOf, instantOf } from "../../shared/domain/day.ts";
import type { World } from "../../shared/domain/world.ts";
import { amounts, windowDay } from "./pool.ts";
import * as row from "./rows.ts";
import { chance, pick, pickOrNull, type Source, several, shuffled } from "./source.ts";

const weightedActions: readonly Action[] = [
  ...(["submit", "approve", "approve", "approve", "execute", "execute", "execute", "reject"] as const),
  ...(["comment", "read", "withdraw"] as const),
];
const clocks = ["00:00", "08:00", "12:00", "12:00", "16:00", "23:59:59.999"];
const lags = [0, 1, 86_400_000, 86_400_001, 2 * 86_400_000, 5 * 86_400_000 + 1];

export function approvals(source: Source, world: World): Approval[] {
  const personIds = world.people.map((person) => person.id);
  const postIds = world.posts.map((post) => post.id);
  const busy = world.cases.slice(0, source.int(1, world.cases.length));
  const keys = shuffled(
    source,
    Array.from({ length: 25 }, (_, index) => `k${index + 1}`),
  );
  const lentIds = world.delegations.map((delegation) => delegation.authorityId);
  const lentSteps = new Set(
    world.authorities.filter(({ id }) => lentIds.includes(id)).map(({ stepId }) => stepId),
  );
  return several(source, 0, 25, (index) => {
    const item = pick(source, busy);
    const steps = world.steps.filter((step) => step.matterId === item.matterId);
    const lent = steps.filter((step) => lentSteps.has(step.id));
    const happenedAt = instantOf(windowDay(source), pick(source, clocks), world.settings.timeZone);
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
        postId: pickOrNull(source, postIds, 50),
        action: pick(source, weightedActions),
        amount: pickOrNull(source, amounts, 35),
        recordedAt: chance(source, 50) ? happenedAt + pick(source, lags) : null,
        docNo: pickOrNull(source, ["文1", "文2"], 40),
      },
    );
  });
}

/** Moves the days on which stays began and ended so that limits and cooling-off fall on, or beside, a day of an act. */
export function meetActs(source: Source, world: World): void {
  const zone = world.settings.timeZone;
  for (const act of world.approvals) {
    const day = addDays(dayOf(act.happenedAt, zone), source.int(-1, 1));
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
