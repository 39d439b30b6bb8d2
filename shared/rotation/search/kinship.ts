// Near relatives and departments: whether somebody may come where a relative serves.
import type { Board } from "./board.ts";
import { reserve, type State } from "./state.ts";

/** Judged against where each relative was at the month's start and where they are now: the strict side of any order of days. */
export function isClearOfRelatives(board: Board, state: State, person: number, post: number): boolean {
  const relatives = board.relatives[person];
  if (!relatives || relatives.length === 0) return true;
  const department = board.departmentOf[post];
  const isKey = board.isKey[post] === 1;
  const clashes = (other: number): boolean =>
    other >= 0 && board.departmentOf[other] === department && (isKey || board.isKey[other] === 1);
  return !relatives.some(
    (relative) =>
      clashes(state.place[relative] ?? reserve) ||
      clashes(state.before[relative] ?? reserve) ||
      state.also.get(relative)?.some((it) => clashes(it.post)) ||
      board.keptPosts[relative]?.some(clashes),
  );
}
