// When the places of one department change: a schedule of arrivals, person by person left open, that keeps every due day and the share.
import type { Board } from "./board.ts";
import { never, slotOf } from "./months.ts";
import { isFree } from "./open-seats.ts";

/** A place whose holder must be gone by a slot. */
export interface Job {
  post: number;
  goneBy: number;
  /** Last month in which a successor can start. */
  deadline: number;
  /** First month in which the place can change. */
  from: number;
}

/** An arrival that the schedule wants in a month, at the offset or later. */
export interface Target {
  post: number;
  month: number;
  least: number;
}

/** Nodes looked at before the search for a schedule gives up. */
const maxNodes = 400;

/**
 * As late as can be, arrivals of every place from `month` on; null where none was found. `log` counts the department's
 * arrivals by calendar month. No place changes so early that it adds an arrival later, unless nothing else fits.
 */
export function scheduleOf(
  board: Board,
  department: number,
  log: Int32Array,
  month: number,
  jobs: readonly Job[],
): Target[] | null {
  if (jobs.every((job) => job.deadline >= board.months.count)) return [];
  for (const mayAdd of [false, true]) {
    const search: Search = {
      board,
      cap: board.share.capOf[department] ?? never,
      row: log.slice(),
      targets: [],
      nodes: 0,
      mayAdd,
    };
    if (isOpen(search, jobs, month) && place(search, month, [...jobs])) return search.targets;
  }
  return null;
}

interface Search {
  board: Board;
  cap: number;
  row: Int32Array;
  targets: Target[];
  nodes: number;
  /** Whether a change may come so early that it adds an arrival later. */
  mayAdd: boolean;
}

/** Whether the share could ever let in what must come, each place as late as can be: counted by deadline alone. */
function isOpen({ board, cap, row }: Search, jobs: readonly Job[], month: number): boolean {
  const { count } = board.months;
  const due = new Int32Array(count);
  let any = false;
  for (const job of jobs) {
    for (let slot = job.goneBy, deadline = job.deadline; deadline < count; ) {
      const at = Math.max(month, deadline);
      due[at] = (due[at] ?? 0) + 1;
      any = true;
      slot = board.needs.renewed(job.post, slot);
      deadline = board.months.lastStart(slot, board.overlapOf[job.post] ?? 0);
    }
  }
  if (!any || cap >= never) return true;
  const { at, span } = board.share;
  const filled = row.slice();
  let left = 0;
  for (let here = month; here < count; here++) {
    const last = at[here] ?? 0;
    let counted = 0;
    for (let index = last - span + 1; index <= last; index++) counted += filled[index] ?? 0;
    const take = Math.max(0, cap - counted);
    filled[last] = (filled[last] ?? 0) + take;
    left += take - (due[here] ?? 0);
    if (left < 0) return false;
  }
  return true;
}

function place(search: Search, month: number, jobs: Job[]): boolean {
  const { board, row, targets } = search;
  const { count } = board.months;
  const next = jobs.reduce((first, job) => Math.min(first, job.deadline), never);
  if (next >= count) return true;
  if (month >= count || search.nodes++ > maxNodes) return false;
  const ready = jobs
    .filter(
      (job) =>
        job.from <= month &&
        (job.deadline <= month || search.mayAdd || isFree(board, job.post, job.goneBy, month)),
    )
    .sort((a, b) => a.deadline - b.deadline || a.post - b.post);
  const must = jobs.filter((job) => job.deadline <= month).length;
  if (ready.filter((job) => job.deadline <= month).length < must) return false;
  const room = Math.min(board.share.roomIn(row, month, search.cap), ready.length);
  const at = board.share.at[month] ?? 0;
  for (let take = must; take <= room; take++) {
    for (const least of take > 0 && board.needs.staggered > 0 ? [0, board.needs.staggered] : [0]) {
      const taken = ready.slice(0, take);
      const rest = jobs.map((job) => (taken.includes(job) ? renewed(board, job, month, least) : job));
      row[at] = (row[at] ?? 0) + take;
      const mark = targets.length;
      for (const job of taken)
        targets.push({ post: job.post, month, least: delay(board, job, month, least) });
      if (isOpen(search, rest, month + 1) && place(search, month + 1, rest)) return true;
      targets.length = mark;
      row[at] = (row[at] ?? 0) - take;
      if (search.nodes > maxNodes) return false;
    }
  }
  return false;
}

/** The offset at which somebody arrives who is wanted late in the month; the change day where that gives no time to leave. */
function delay(board: Board, job: Job, month: number, least: number): number {
  const leeway = Math.min(board.months.rest[month] ?? 0, board.months.leeway(job.goneBy, month));
  return least + (board.overlapOf[job.post] ?? 0) <= leeway ? least : 0;
}

function renewed(board: Board, job: Job, month: number, least: number): Job {
  const { post } = job;
  const goneBy = board.overBy(post, slotOf(month, delay(board, job, month, least)));
  const deadline = board.months.lastStart(goneBy, board.overlapOf[post] ?? 0);
  return { post, goneBy, deadline, from: Math.min(board.stayEnd(post, month), deadline) };
}
