// By when each seat of today must be over, written from docs/rotation.md alone.
import { addDays, addMonths, type Day, weekday } from "../../shared/domain/day.ts";
import type { ProblemPost, ProblemSeat, RotationProblem } from "../../shared/rotation/plan.ts";

export interface HandBy {
  postId: string;
  personId: string;
  handBy: Day | null;
  excused: "notice" | "share" | null;
}
interface Line extends HandBy {
  post: ProblemPost;
  /** Index of the change day that it is to begin on at the latest. */
  start: number;
  first: number;
}
const risks = ["high", "medium", "low"];

/** Sorted by post, then person. Asks nothing of `handBy` and `excused` as they stand in the problem. */
export function handByOf(problem: RotationProblem): HandBy[] {
  const lines = problem.posts.flatMap((post) => post.seats.map((seat) => lineOf(problem, post, seat)));
  for (const department of problem.departments) waitForShare(problem, department, lines);
  return lines
    .map(({ postId, personId, handBy, excused }) => ({ postId, personId, handBy, excused }))
    .sort((a, b) => (a.postId + a.personId < b.postId + b.personId ? -1 : 1));
}

function lineOf(problem: RotationProblem, post: ProblemPost, seat: ProblemSeat): Line {
  const person = problem.people.find((it) => it.id === seat.personId);
  const recorded = earliest([seat.endsOn, person?.leavesOn ?? null]);
  const over = person?.isLocked ? recorded : earliest([seat.overdueFrom, recorded]);
  const line: Line = {
    post,
    postId: post.id,
    personId: seat.personId,
    handBy: null,
    excused: null,
    start: -1,
    first: -1,
  };
  if (post.earliest === null)
    return recorded !== null && recorded < problem.until ? { ...line, excused: "notice" } : line;
  if (over === null) return line;
  if (post.until !== null && post.until <= over) return line;
  const { changeDays } = problem;
  const stays = seat.staysUntil;
  const isBound =
    stays !== null && (recorded === null || changeDays.some((day) => stays <= day && day <= recorded));
  const opens = changeDays[post.earliest] ?? "9999";
  const first = changeDays.findIndex((day) => day >= opens && (!isBound || day >= (stays ?? "")));
  if (over >= problem.until) return { ...line, handBy: over };
  if (first < 0) return { ...line, handBy: problem.until, excused: "notice" };
  const start = changeDays.findLastIndex((day) => later(problem, day, post.overlapDays) <= over);
  if (start >= first) return { ...line, handBy: over, start, first };
  return {
    ...line,
    handBy: putOff(problem, post, changeDays[first] ?? ""),
    excused: "notice",
    start: first,
    first,
  };
}

/** Gives the seats that need a change the change days that the department's share has left, the most pressing first. */
function waitForShare(
  problem: RotationProblem,
  department: RotationProblem["departments"][number],
  lines: readonly Line[],
): void {
  const waiting = lines
    .filter((it) => it.post.isKey && it.post.departmentId === department.id)
    .filter((it) => it.handBy !== null && it.handBy < problem.until)
    .filter((it, _, due) => {
      // Of the holders beyond those required, the first to go need nobody.
      const earlier = due.filter(
        (other) =>
          other.postId === it.postId && `${other.handBy} ${other.personId}` < `${it.handBy} ${it.personId}`,
      );
      return earlier.length >= it.post.seats.length - it.post.required;
    })
    .sort(
      (a, b) =>
        a.start - b.start ||
        risks.indexOf(a.post.riskGrade ?? "low") - risks.indexOf(b.post.riskGrade ?? "low") ||
        (a.postId + a.personId < b.postId + b.personId ? -1 : 1),
    );
  const months = department.pastArrivals.map((day) => day.slice(0, 7));
  for (const line of waiting) {
    const given = problem.changeDays.findIndex(
      (day, at) => at >= line.first && hasRoom(problem, department.cap, months, day.slice(0, 7)),
    );
    const day = problem.changeDays[given];
    const { until } = line.post;
    const outlives = until === null || (day !== undefined && day < until);
    if (day !== undefined && outlives) months.push(day.slice(0, 7));
    if (day !== undefined && given <= line.start) continue;
    line.excused = "share";
    line.handBy = day === undefined ? problem.until : putOff(problem, line.post, day);
  }
}

/** Whether one arrival more in the month leaves every row of six months that holds it within the share. */
function hasRoom(problem: RotationProblem, cap: number, months: readonly string[], month: string): boolean {
  for (let back = 0; back < problem.windowMonths; back++) {
    const row = Array.from({ length: problem.windowMonths }, (_, at) =>
      addMonths(`${month}-01`, at - back).slice(0, 7),
    );
    if (months.filter((it) => row.includes(it)).length >= cap) return false;
  }
  return true;
}

const earliest = (days: readonly (Day | null)[]): Day | null =>
  days.filter((it): it is Day => it !== null).sort()[0] ?? null;
function putOff(problem: RotationProblem, post: ProblemPost, day: Day): Day {
  const ends = [addMonths(`${day.slice(0, 7)}-01`, 1), later(problem, day, post.overlapDays)].sort();
  return ends[1] ?? day;
}

function later(problem: RotationProblem, day: Day, count: number): Day {
  const marked = new Map(problem.calendar.map((it) => [it.day, it.isWorkday]));
  let reached = day;
  for (let left = count; left > 0; ) {
    reached = addDays(reached, 1);
    if (marked.get(reached) ?? ![0, 6].includes(weekday(reached))) left--;
  }
  return reached;
}
