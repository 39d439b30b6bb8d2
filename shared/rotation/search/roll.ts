// One roll through the horizon, month by month: a month in which somebody was not found is done over in another order.
import type { Move } from "../../domain/rotation.ts";
import type { SeatTaker } from "../staffing-on.ts";
import { type Agenda, agendaFor } from "./agenda.ts";
import type { Board } from "./board.ts";
import { changeDue } from "./due-changes.ts";
import { carryOutGiven } from "./given.ts";
import { closeMonth, endByRecord, leaveLapsed } from "./month-end.ts";
import { changeEarly, dueNow, settle, spareOf } from "./month-work.ts";
import { never } from "./months.ts";
import { type Due, openSeats } from "./open-seats.ts";
import { type Labels, labelsFor, type Scene } from "./scene.ts";
import { blame, postsOf, type StaffingMemory, unstaffedIn } from "./staffing.ts";
import { copyOf, openMonth, reserve, roomOf, type State, startOf } from "./state.ts";
import type { Given } from "./wishes.ts";

export interface RollSetting {
  /** Months before its deadline at which a holder may be changed early where that costs nothing. */
  slack: number;
  /** By post: how often nobody was found there in earlier rolls; such places go first, and as many months earlier. */
  failures: Int32Array;
  staffing: StaffingMemory;
  /** By post: 1 where a matter that earlier rolls could not staff has a seat. */
  suspects: Uint8Array;
  /** Of the announced moves to or from suspect posts, the share that this roll does without. */
  doubt: number;
  /** Moves to carry out in place of those announced: a plan of which a part is done over; null: those announced. */
  kept: readonly Given[] | null;
  /** Whether a successor is wanted early where earlier rolls found nobody in time. */
  isEager: boolean;
  /** Whether few people matter most: chains lead through people due later as readily as through those due now. */
  isFrugal: boolean;
  random(): number;
  /** The roll gives up once its units reach this. */
  maxUnits: number;
  /** The roll gives up once it has left more places without a successor, or matters without people. */
  maxUnfilled: number;
}

/** `moves` is null when the roll gave up. */
export interface Rolled {
  moves: Omit<Move, "chain">[] | null;
  units: number;
  /** Places that found no successor in time, and matters that could not be staffed, by month. */
  unfilled: number;
  unstaffed: number;
}

/** How often a month is done: for places left over, and for matters that could not be staffed. */
const tries = 4;
const triesToStaff = 16;

interface MonthRun {
  board: Board;
  state: State;
  month: number;
  setting: RollSetting;
  labels: Labels;
  agenda: Agenda;
  given: readonly Given[];
  isKept: Uint8Array;
  comesTo: Int32Array;
  /** Pairs of person and post that are not tried again this month. */
  barred: Set<number>;
  isDue: Uint8Array;
  /** By post: the month of the next given arrival there, `never` without one; null: none anywhere. */
  awaits: Int32Array | null;
  leads: Int32Array;
}

export function roll(board: Board, setting: RollSetting): Rolled {
  const state = startOf(board);
  const labels = labelsFor(board.people.length);
  const agenda = agendaFor(board);
  const moves: Omit<Move, "chain">[] = [];
  // What was announced may be what leaves a matter without people months later: only another roll can tell.
  const given =
    setting.kept ??
    board.wishes.given.filter(
      (it) => it.isFixed || !isSuspect(setting, it) || setting.random() >= setting.doubt,
    );
  expectGiven(board, state, given, 1);
  const leads = setting.isEager ? leadsOf(setting) : new Int32Array(board.posts.length);
  let witnesses: (SeatTaker[] | null)[] = board.problem.matters.map(() => null);
  const rolled: Rolled = { moves: null, units: 0, unfilled: 0, unstaffed: 0 };
  for (let month = 0; month < board.months.count; month++) {
    endByRecord(board, state, month);
    const now = given.filter((it) => it.month === month);
    expectGiven(board, state, now, -1);
    openMonth(board, state, month);
    const run: MonthRun = {
      board,
      state,
      month,
      setting,
      labels,
      agenda,
      leads,
      given: now,
      barred: new Set(),
      isDue: new Uint8Array(board.people.length),
      ...laterGiven(board, state, month, given),
    };
    const start = copyOf(state);
    const failures = setting.failures.slice();
    let best: Attempt | null = null;
    for (let attempt = 0; attempt < (best && best.unstaffed > 0 ? triesToStaff : tries); attempt++) {
      if (attempt > 0) Object.assign(state, copyOf(start));
      const done = runMonth(run, failures);
      rolled.units += done.units;
      if (rolled.units > setting.maxUnits) return rolled;
      for (const it of done.failed) failures[it.post] = (failures[it.post] ?? 0) + 1;
      const then = witnesses.slice();
      const lacking = unstaffedIn(board, state, month, setting.staffing, then);
      if (!best || done.failed.length + lacking.length < best.unfilled + best.unstaffed)
        best = {
          unfilled: done.failed.length,
          unstaffed: lacking.length,
          witnesses: then,
          state: copyOf(state),
        };
      if (best.unfilled + best.unstaffed === 0) break;
      for (const post of postsOf(board, lacking)) setting.suspects[post] = 1;
      if (lacking.length > 0) blame(board, state, lacking, run.isDue, run.barred, run.isKept);
    }
    if (!best) continue;
    witnesses = best.witnesses;
    if (best.unfilled + best.unstaffed > 0) {
      Object.assign(state, best.state);
      setting.failures.set(failures);
      rolled.unfilled += best.unfilled;
      rolled.unstaffed += best.unstaffed;
      if (rolled.unfilled + rolled.unstaffed > setting.maxUnfilled) return rolled;
    }
    moves.push(...closeMonth(board, state, month));
  }
  return { ...rolled, moves };
}

const isSuspect = ({ suspects }: RollSetting, { from, to }: Given): boolean =>
  (from >= 0 && suspects[from] === 1) || (to >= 0 && suspects[to] === 1);

/** By post: the months by which a successor is wanted early in this roll, drawn where earlier rolls found nobody in time. */
const leadsOf = ({ failures, random }: RollSetting): Int32Array =>
  failures.map((count) => (count === 0 ? 0 : Math.floor(random() * (Math.min(count, longestLead) + 1))));
const longestLead = 12;

interface Attempt {
  unfilled: number;
  unstaffed: number;
  witnesses: (SeatTaker[] | null)[];
  state: State;
}

/** Does the month's work once; answers what has fallen due for the last time and found nobody. */
function runMonth(run: MonthRun, failures: Int32Array): { failed: Due[]; units: number } {
  const { board, state, month, setting, labels, isKept, barred, isDue } = run;
  const { random, slack } = setting;
  isDue.fill(0);
  const scene: Scene = {
    board,
    state,
    month,
    isDue,
    hasSpare: (department) => roomOf(state, department) >= 1,
    isKept,
    comesTo: run.comesTo,
    barred,
    isFrugal: setting.isFrugal,
    leads: run.leads,
    random,
    units: 0,
    labels,
    extra: new Int32Array(board.people.length).fill(-1),
  };
  if (run.given.length > 0) {
    // Whoever has to follow a given move may come from a place that is due anyway.
    const { key } = openSeats(board, state, month, run.awaits, run.leads);
    for (const it of key.flat()) if (it.person >= 0 && it.deadline <= month) isDue[it.person] = 1;
    carryOutGiven(scene, run.given);
    isDue.fill(0);
  }
  const seats = openSeats(board, state, month, run.awaits, run.leads);
  const { due, loose } = dueNow(board, state, month, seats, isDue, failures, run.agenda, random);
  scene.hasSpare = spareOf(board, state, month, seats, loose);
  const failed: Due[] = [];
  // Counted once, in the last month in which it could have been done.
  for (const it of due) if (!changeDue(scene, it) && it.last === month) failed.push(it);
  changeEarly(scene, slack, setting.failures);
  leaveLapsed(board, state, month);
  settle(scene);
  return { failed, units: scene.units };
}

/** People who move by a given move later, where they still have to come before that, and posts that wait for one. */
function laterGiven(
  board: Board,
  state: State,
  month: number,
  given: readonly Given[],
): Pick<MonthRun, "isKept" | "comesTo" | "awaits"> {
  const isKept = new Uint8Array(board.people.length);
  const comesTo = new Int32Array(board.people.length).fill(reserve);
  if (given.length === 0) return { isKept, comesTo, awaits: null };
  const awaits = new Int32Array(board.posts.length).fill(never);
  for (const it of given) {
    if (it.month <= month) continue;
    if (isKept[it.person] !== 1 && it.from >= 0 && state.place[it.person] !== it.from)
      comesTo[it.person] = it.from;
    isKept[it.person] = 1;
    if (it.to >= 0) awaits[it.to] = Math.min(it.month, awaits[it.to] ?? never);
  }
  return { isKept, comesTo, awaits };
}

/** Given arrivals of later months take from the share beforehand. */
function expectGiven(board: Board, state: State, moves: readonly Given[], by: number): void {
  for (const it of moves) {
    if (it.to < 0 || board.isKey[it.to] !== 1) continue;
    const log = state.log[board.departmentOf[it.to] ?? 0];
    const at = board.share.at[it.month] ?? 0;
    if (log) log[at] = (log[at] ?? 0) + by;
  }
}
