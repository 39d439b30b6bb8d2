// By when each seat of today must be over: the limit or the record, put off by notice and by the share of its department (docs/rotation.md).
import { addMonths, type Day } from "../domain/day.ts";
import type { ProblemDepartment, ProblemPerson, ProblemPost, ProblemSeat } from "./plan.ts";
import { push } from "./problem-index.ts";
import { earlier } from "./timetable.ts";
import type { WorkdayLine } from "./workday-line.ts";

export interface HandByFacts {
  posts: readonly ProblemPost[];
  people: readonly ProblemPerson[];
  departments: readonly ProblemDepartment[];
  changeDays: readonly Day[];
  windowMonths: number;
  until: Day;
  line: WorkdayLine;
}

/** A seat in the queue for its department's share. */
interface Waiting {
  post: ProblemPost;
  personId: string;
  latestStart: Day;
  firstPossible: Day;
}

/** The posts with `handBy` and `excused` of every seat; whatever these said before is not looked at. */
export function withHandBy(facts: HandByFacts): ProblemPost[] {
  const personOf = new Map(facts.people.map((person) => [person.id, person]));
  const posts = facts.posts.map((post) => ({
    ...post,
    seats: post.seats.map((seat) => ({ ...seat, ...noticed(facts, post, seat, personOf) })),
  }));
  const keyPosts = new Map<string, ProblemPost[]>();
  for (const post of posts) if (post.isKey) push(keyPosts, post.departmentId, post);
  for (const department of facts.departments)
    putOffByShare(facts, department, keyPosts.get(department.id) ?? [], personOf);
  return posts;
}

type HandBy = Pick<ProblemSeat, "handBy" | "excused">;

/** By limit and record, or the end of the month of the first possible change where that is too late for them. */
function noticed(
  facts: HandByFacts,
  post: ProblemPost,
  seat: ProblemSeat,
  personOf: ReadonlyMap<string, ProblemPerson>,
): HandBy {
  const person = personOf.get(seat.personId);
  const ends = earlier(seat.endsOn, person?.leavesOn ?? null);
  // Whoever is locked stays over the limit, but what ends by record must be followed.
  const asked = person?.isLocked ? ends : earlier(seat.overdueFrom, ends);
  // Of a locked place only its emptying by record matters: nobody can come.
  if (post.earliest === null)
    return { handBy: null, excused: ends !== null && ends < facts.until ? "notice" : null };
  if (asked === null || (post.until !== null && post.until <= asked)) return { handBy: null, excused: null };
  const latest = latestStart(facts, post, asked);
  const first = firstPossible(facts, post, seat, ends);
  if (asked >= facts.until || (latest !== null && first !== null && latest >= first))
    return { handBy: asked, excused: null };
  return { handBy: putOffTo(facts, post, first), excused: "notice" };
}

/**
 * First day on which somebody may leave the post to who arrives on a change day: the end of the overlap, or where that
 * lies in a later month the first change day from there.
 */
export function servedOn(
  { changeDays, until, line }: Pick<HandByFacts, "changeDays" | "until" | "line">,
  post: ProblemPost,
  day: Day,
): Day {
  const served = line.plus(day, post.overlapDays);
  if (served.slice(0, 7) === day.slice(0, 7)) return served;
  return changeDays.find((it) => it >= served) ?? until;
}

/** The last change day whose arrival lets the holder leave by then. */
const latestStart = (facts: HandByFacts, post: ProblemPost, handBy: Day): Day | null =>
  facts.changeDays.findLast((day) => day <= handBy && servedOn(facts, post, day) <= handBy) ?? null;

function firstPossible(
  facts: HandByFacts,
  post: ProblemPost,
  seat: ProblemSeat,
  ends: Day | null,
): Day | null {
  const opens = post.earliest === null ? null : (facts.changeDays[post.earliest] ?? null);
  if (opens === null) return null;
  const from = seat.staysUntil;
  const after = facts.changeDays.find((day) => day >= opens && (from === null || day >= from)) ?? null;
  // An exemption that outlasts the seat holds nobody back.
  const isMoot = from !== null && ends !== null && (after === null || after > ends);
  return isMoot ? opens : after;
}

/** First day of the month after a change day, or the end of its overlap where that is later; without a day the horizon's end. */
function putOffTo(facts: HandByFacts, post: ProblemPost, day: Day | null): Day {
  if (day === null) return facts.until;
  const month = addMonths(`${day.slice(0, 8)}01`, 1);
  const served = servedOn(facts, post, day);
  return served > month ? served : month;
}

/** Earliest deadline first, each on the first change day that the share still takes. Changes the seats of `posts`. */
function putOffByShare(
  facts: HandByFacts,
  department: ProblemDepartment,
  posts: readonly ProblemPost[],
  personOf: ReadonlyMap<string, ProblemPerson>,
): void {
  const taken = new Map<number, number>();
  const add = (day: Day): void => void taken.set(monthOf(day), (taken.get(monthOf(day)) ?? 0) + 1);
  department.pastArrivals.forEach(add);
  for (const { post, personId, latestStart, firstPossible } of waitingAt(facts, posts, personOf)) {
    const day = facts.changeDays.find(
      (it) => it >= firstPossible && hasRoom(taken, monthOf(it), department.cap, facts.windowMonths),
    );
    const isMoot = post.until !== null && (day === undefined || post.until <= day);
    if (day !== undefined && !isMoot) add(day);
    const seat = post.seats.find((it) => it.personId === personId);
    if (seat && (day === undefined || day > latestStart)) {
      seat.handBy = putOffTo(facts, post, day ?? null);
      seat.excused = "share";
    }
  }
}

/** Seats that need a successor, in the order in which the share is given out. */
function waitingAt(
  facts: HandByFacts,
  posts: readonly ProblemPost[],
  personOf: ReadonlyMap<string, ProblemPerson>,
): Waiting[] {
  return posts
    .flatMap((post): Waiting[] => {
      const due = post.seats
        .flatMap((seat) =>
          seat.handBy !== null && seat.handBy < facts.until ? [{ seat, by: seat.handBy }] : [],
        )
        .sort((a, b) => compare(a.by, b.by) || compare(a.seat.personId, b.seat.personId));
      // Holders beyond those required may go without anybody coming.
      return due.slice(Math.max(0, post.seats.length - post.required)).flatMap(({ seat, by }): Waiting[] => {
        const ends = earlier(seat.endsOn, personOf.get(seat.personId)?.leavesOn ?? null);
        const [latest, first] = [latestStart(facts, post, by), firstPossible(facts, post, seat, ends)];
        if (latest === null || first === null) return [];
        return [{ post, personId: seat.personId, latestStart: latest, firstPossible: first }];
      });
    })
    .sort(
      (a, b) =>
        compare(a.latestStart, b.latestStart) ||
        riskRank[a.post.riskGrade ?? "low"] - riskRank[b.post.riskGrade ?? "low"] ||
        compare(a.post.id, b.post.id) ||
        compare(a.personId, b.personId),
    );
}
const riskRank = { high: 0, medium: 1, low: 2 } as const;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether every window of so many months that holds the month takes one arrival more. */
function hasRoom(
  taken: ReadonlyMap<number, number>,
  month: number,
  cap: number,
  windowMonths: number,
): boolean {
  for (let start = month - windowMonths + 1; start <= month; start++) {
    let count = 0;
    for (let at = start; at < start + windowMonths; at++) count += taken.get(at) ?? 0;
    if (count >= cap) return false;
  }
  return true;
}

/** Calendar months since year 0. */
const monthOf = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
