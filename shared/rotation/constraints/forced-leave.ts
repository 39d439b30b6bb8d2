// Every forced leave of the plan is placed well, and every demand is met or named as not met.
import { addDays, contains, type Day, overlaps } from "../../domain/day.ts";
import type { Text } from "../../domain/text.ts";
import { workdayReader } from "../../domain/workdays.ts";
import { decidingOn } from "../deciders.ts";
import { type LeaveGround, troublesOfLeave } from "../forced-leave.ts";
import { matterWords } from "../matter-words.ts";
import type { LeaveDemand, PlannedLeave } from "../plan.ts";
import { countBits } from "../separation.ts";
import { staffMatter } from "../staffable.ts";
import { holdsOn, replay, type Timetable } from "../timetable.ts";
import { type Breach, breachOf } from "./breach.ts";
import { firstWithout } from "./qualification.ts";
import { turningDays } from "./staffability.ts";

interface Span {
  from: Day;
  until: Day;
}

/**
 * `own`: the leaves of the plan, beside those that are placed already. `unmetIds`: demands that the plan names as not
 * met; null: it says nothing about that.
 */
export function checkForcedLeave(
  timetable: Timetable,
  own: readonly PlannedLeave[],
  unmetIds: readonly string[] | null,
): Breach[] {
  const demandOf = new Map(timetable.problem.leaves.map((demand) => [demand.id, demand]));
  const leaves = [...(timetable.problem.placed ?? []), ...own];
  const ground = leaveGround(timetable, leaves);
  const placed = new Set<string>();
  const troubles = own.flatMap((leave) => {
    const demand = demandOf.get(leave.demandId);
    const isFirst = !placed.has(leave.demandId);
    placed.add(leave.demandId);
    const found =
      demand && isFirst
        ? troublesOfLeave(demand, leave, leaves, ground).map(({ sentence }) => sentence)
        : [{ zh: "没有这样的休假要求，或已另行安排", en: "nobody asked for it, or it is placed already" }];
    return found.map((sentence) => breachOfLeave(timetable, leave, sentence));
  });
  const forgotten = timetable.problem.leaves.filter(
    ({ id }) => unmetIds !== null && !placed.has(id) && !unmetIds.includes(id),
  );
  return [
    ...troubles,
    ...forgotten.map((demand) => unplaced(timetable, demand)),
    ...checkPlacedLeaves(timetable, own),
  ];
}

function breachOfLeave(timetable: Timetable, leave: PlannedLeave, { zh, en }: Text): Breach {
  const last = addDays(leave.until, -1);
  return breachOf(
    timetable,
    "forced-leave",
    leave,
    `${leave.from} 至 ${last} 强制休假：${zh}`,
    `forced leave ${leave.from} to ${last}: ${en}`,
  );
}

/** What the plan makes wrong of leaves that are placed already; what is wrong with them without any move is not its doing. */
export function checkPlacedLeaves(timetable: Timetable, own: readonly PlannedLeave[] = []): Breach[] {
  const { problem, index } = timetable;
  const placed = problem.placed ?? [];
  if (placed.length === 0) return [];
  const before = leaveGround(replay(problem, [], index), placed);
  const all = [...placed, ...own];
  const ground = leaveGround(timetable, all);
  return placed.flatMap((leave) => {
    const demand = { ...leave, workingDays: 0 };
    const lacked = new Set(before.unstaffed(leave));
    const known = new Set(
      troublesOfLeave(demand, leave, placed, { ...before, unstaffed: () => [] }).map((it) => it.trouble),
    );
    const unstaffed = (one: PlannedLeave) => ground.unstaffed(one).filter((it) => !lacked.has(it));
    return troublesOfLeave(demand, leave, all, { ...ground, unstaffed })
      .filter(({ trouble }) => !known.has(trouble))
      .map(({ sentence }) => breachOfLeave(timetable, leave, sentence));
  });
}

const unplaced = (timetable: Timetable, demand: LeaveDemand): Breach =>
  breachOf(
    timetable,
    "forced-leave",
    demand,
    `${demand.from} 至 ${addDays(demand.until, -1)} 的强制休假没有安排，也未说明排不上`,
    `the forced leave within ${demand.from} to ${addDays(demand.until, -1)} is neither placed nor named as not met`,
  );

export function leaveGround(timetable: Timetable, leaves: readonly PlannedLeave[]): LeaveGround {
  const { problem, index, postOf, personOf, byPerson, byPost } = timetable;
  const stintAt = (personId: string, postId: string, { from, until }: Span) =>
    (byPerson.get(personId) ?? []).find((it) => it.postId === postId && it.from <= from && until <= it.until);
  return {
    isWorkday: workdayReader(problem.calendar),
    holds: (personId, postId, span) => stintAt(personId, postId, span) !== undefined,
    isInOverlap: (personId, postId, span) => {
      const stint = stintAt(personId, postId, span);
      const overlap = postOf.get(postId)?.overlapDays ?? 0;
      if (!stint || overlap === 0) return false;
      const isIn = (arrival: Day): boolean =>
        overlaps(span, { from: arrival, until: index.line.plus(arrival, overlap) });
      if (stint.seat === null && isIn(stint.from)) return true;
      // The successor is who came last of those that have served the overlap by the leaving.
      const successor =
        stint.until < problem.until
          ? (byPost.get(postId) ?? [])
              .filter(
                (it) => it !== stint && it.seat === null && index.line.plus(it.from, overlap) <= stint.until,
              )
              .map((it) => it.from)
              .sort()
              .at(-1)
          : undefined;
      return successor !== undefined && isIn(successor);
    },
    isThere: (personId, { from, until }) => {
      const person = personOf.get(personId);
      return (
        person !== undefined &&
        (person.joinedOn === null || person.joinedOn <= from) &&
        (person.leavesOn === null || until <= person.leavesOn) &&
        !person.absences.some((it) => overlaps(it, { from, until }))
      );
    },
    isQualified: (personId, postId, { from, until }) =>
      (postOf.get(postId)?.qualifications ?? []).every(
        (code) => firstWithout(personOf.get(personId)?.qualifications ?? [], code, from, until) === null,
      ),
    areRelated: (personId, otherId) => personOf.get(personId)?.relatedIds.includes(otherId) ?? false,
    isSeparated: (personId, postId, span) => isSeparatedWith(timetable, personId, postId, span),
    reviewsOwnWork: (personId, postId, { from }) =>
      (index.blocksOf.get(personId) ?? []).some((it) => it.postId === postId && from < it.until),
    unstaffed: (leave) => unstaffedDuring(timetable, leaves, leave),
  };
}

/** With the post's duties beside what they hold, on every day of the span. */
function isSeparatedWith(
  { problem, byPerson, personOf }: Timetable,
  personId: string,
  postId: string,
  span: Span,
): boolean {
  const places = (byPerson.get(personId) ?? []).filter((it) => overlaps(it, span));
  const days = places.map((it) => (it.from > span.from ? it.from : span.from));
  return problem.separations.every((rule) => {
    const own = rule.byPost[postId] ?? 0;
    if (own === 0 || countBits(own) > rule.maxHeld) return true;
    let kept = rule.byPerson[personId] ?? 0;
    for (const id of personOf.get(personId)?.keptIds ?? []) kept |= rule.byPost[id] ?? 0;
    return [span.from, ...days].every((day) => {
      let held = kept;
      for (const it of places) if (holdsOn(it, day)) held |= rule.byPost[it.postId] ?? 0;
      return countBits(held | own) <= Math.max(rule.maxHeld, countBits(held));
    });
  });
}

/** Matters of which somebody away, or standing in, may take a seat, on every day of the leave on which somebody comes or goes. */
function unstaffedDuring(
  timetable: Timetable,
  leaves: readonly PlannedLeave[],
  leave: PlannedLeave,
): string[] {
  const turning = [...turningDays(timetable), ...leaves.flatMap(({ from, until }) => [from, until])];
  const days = [leave.from, ...turning.filter((day) => contains(leave, day))];
  const posts = new Set([
    leave.postId,
    ...(timetable.byPerson.get(leave.personId) ?? []).map(({ postId }) => postId),
    ...(timetable.personOf.get(leave.personId)?.keptIds ?? []),
  ]);
  const matters = timetable.problem.matters.filter(
    ({ byPost, byPerson }) =>
      leave.personId in byPerson || Object.keys(byPost).some((postId) => posts.has(postId)),
  );
  const found = new Set<string>();
  for (const day of new Set(days)) {
    const deciding = decidingOn(timetable, day, leaves);
    for (const matter of matters)
      if (staffMatter(matter, deciding).status !== "staffed") found.add(matterWords(matter).zh);
  }
  return [...found].sort();
}
