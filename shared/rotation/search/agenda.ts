// What each department has to change in a month: what is due, and where its share is tight what its schedule pulls forward.
import type { Board } from "./board.ts";
import { never, slotOf } from "./months.ts";
import type { Due } from "./open-seats.ts";
import { reserve, type State } from "./state.ts";
import { type Job, scheduleOf, type Target } from "./timing.ts";

/** A schedule in force, and the arrivals that it was made with. */
interface Schedule {
  targets: readonly Target[];
  arrivals: number;
}

/** Kept through a roll. */
export interface Agenda {
  schedules: (Schedule | null)[];
}
export const agendaFor = (board: Board): Agenda => ({
  schedules: Array.from({ length: board.share.departments }, () => null),
});

export interface MonthPlan {
  now: Due[];
  /** Whether every place may wait for its due day and the share still takes them all. */
  isLoose: boolean;
}

/** `open`: the department's key seats that need a successor, by deadline. */
export function planMonth(
  board: Board,
  state: State,
  agenda: Agenda,
  department: number,
  month: number,
  open: readonly Due[],
): MonthPlan {
  const due = open.filter((it) => it.deadline <= month);
  if (isLoose(board, state, department, month, open, 0)) return { now: due, isLoose: true };
  const targets = scheduleFor(board, state, agenda, department, month, open);
  if (!targets) {
    // Nothing keeps them all: as many as the share takes, the most pressing first.
    const ready = open.filter((it) => it.stayFrom <= month);
    return { now: ready.slice(0, Math.max(due.length, state.room[department] ?? 0)), isLoose: false };
  }
  const now = new Set(due);
  for (const target of targets) {
    if (target.month > month) break;
    if (target.month < month) continue;
    const seat = open.find(
      (it) => it.post === target.post && it.least === 0 && (!now.has(it) || due.includes(it)),
    );
    if (!seat) continue;
    now.add(seat);
    seat.least = target.least;
  }
  return { now: [...now], isLoose: false };
}

/**
 * Whether every open seat can be followed at its deadline, `more` arrivals of this month beside those made taken from
 * the share. Renewals count as on the change day.
 */
export function isLoose(
  board: Board,
  state: State,
  department: number,
  month: number,
  open: readonly Due[],
  more: number,
): boolean {
  const { capOf, at, span } = board.share;
  const cap = capOf[department] ?? never;
  const log = state.log[department];
  if (cap >= never || !log) return true;
  const row = log.slice();
  const count = (calendar: number, by: number): void => {
    row[calendar] = (row[calendar] ?? 0) + by;
  };
  const here = at[month] ?? 0;
  count(here, (state.arrived[department] ?? 0) + more);
  const { count: months } = board.months;
  for (const it of open) {
    let deadline = it.deadline;
    for (let steps = 0; deadline < months && steps < 64; steps++) {
      const start = Math.max(month, deadline);
      count(at[start] ?? 0, 1);
      deadline = board.dueAfter(it.post, start);
    }
  }
  // What lies before this month cannot be helped. Rows begin a window before today, so no index is below 0.
  let counted = 0;
  for (let index = here - span + 1; index < here; index++) counted += row[index] ?? 0;
  for (let index = here; index < row.length; index++) {
    counted += row[index] ?? 0;
    if (counted > cap) return false;
    counted -= row[index - span + 1] ?? 0;
  }
  return true;
}

function scheduleFor(
  board: Board,
  state: State,
  agenda: Agenda,
  department: number,
  month: number,
  open: readonly Due[],
): readonly Target[] | null {
  const log = state.log[department] ?? new Int32Array();
  const here = board.share.at[month] ?? 0;
  const arrivals = log.subarray(0, here).reduce((sum, it) => sum + it, 0);
  const known = agenda.schedules[department];
  if (known && isKept(known, arrivals, month, open)) return known.targets;
  const jobs = open.map(
    (it): Job => ({
      post: it.post,
      goneBy: it.person === reserve ? Math.max(0, slotOf(it.deadline, 31)) : it.goneBy,
      deadline: it.deadline,
      from: it.stayFrom,
    }),
  );
  const targets = scheduleOf(board, department, log, month, jobs);
  agenda.schedules[department] = targets && { targets, arrivals: arrivals - before(targets, month) };
  return targets;
}

const before = (targets: readonly Target[], month: number): number =>
  targets.reduce((count, it) => count + (it.month < month ? 1 : 0), 0);

/** Whether the schedule has been followed so far, and still has every seat in time. */
function isKept({ targets, arrivals }: Schedule, now: number, month: number, open: readonly Due[]): boolean {
  if (arrivals + before(targets, month) !== now) return false;
  const left = targets.filter((it) => it.month >= month);
  for (const seat of open) {
    const at = left.findIndex((it) => it.post === seat.post);
    const target = left[at];
    if (!target || target.month > Math.max(month, seat.deadline) || target.month < seat.stayFrom)
      return false;
    left.splice(at, 1);
  }
  return true;
}
