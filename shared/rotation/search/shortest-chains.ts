// How few arrivals one key post gets by with when its holders may wait over their limit on so many change days.
import type { Board } from "./board.ts";

/** A holder: from when they may be followed, and by when they must be unless they wait; months as in the board. */
export interface Holder {
  from: number;
  deadline: number;
}

/** The holders of one key post that goes on to the end of the horizon. */
export interface Places {
  post: number;
  required: number;
  holders: Holder[];
}

/**
 * Full change days that may excuse the waits at a place up to and including the wait at a deadline of that month;
 * never falling from month to month.
 */
export type WaitsBy = readonly number[];

/** Answers the fewest arrivals of a post, each of its places taken by itself. */
export function shortestChainsOf(board: Board): (places: Places, waitsBy: WaitsBy) => number {
  const count = board.months.count;
  const tables = new Map<string, Int32Array>();

  /** Arrivals still needed after a holder, when earlier holders of the place have used up so many full days. */
  const after = (rows: Int32Array, { from, deadline }: Holder, used: number, waitsBy: WaitsBy): number => {
    if (deadline >= count) return 0;
    const at = (month: number, spent: number): number => rows[month * (count + 1) + spent] ?? 0;
    let fewest = 1 + at(deadline, used);
    for (let month = deadline + 1; month <= count; month++) {
      // Whoever waits is excused only if every change day since they could go was full.
      const spent = used + Math.max(1, month - from);
      if (spent > (waitsBy[deadline] ?? 0)) break;
      fewest = Math.min(fewest, month === count ? 0 : 1 + at(month, spent));
    }
    return fewest;
  };

  /** By month of arrival and full days used up: the arrivals needed after that one; one table for posts alike. */
  const tableOf = (post: number, waitsBy: WaitsBy): Int32Array => {
    const { limitMonths, minStayMonths } = board.posts[post] ?? { limitMonths: null, minStayMonths: 0 };
    const key = `${limitMonths} ${minStayMonths} ${waitsBy.join()}`;
    const known = tables.get(key);
    if (known) return known;
    const rows = new Int32Array(count * (count + 1));
    for (let month = count - 1; month >= 0; month--) {
      const deadline = board.limitDeadline(post, month);
      // A limit that ends before the next change day asks for nothing that could be counted.
      if (deadline <= month) continue;
      const from = Math.min(Math.max(board.stayEnd(post, month), month), deadline + 1);
      for (let used = 0; used <= count; used++)
        rows[month * (count + 1) + used] = after(rows, { from, deadline }, used, waitsBy);
    }
    tables.set(key, rows);
    return rows;
  };

  return ({ post, required, holders }, waitsBy) => {
    // Where several hold one post, a wait may be judged by the need of another holder: the loosest bound is taken.
    const loosest = waitsBy.at(-1) ?? 0;
    const waits = required === 1 && holders.length === 1 ? waitsBy : waitsBy.map(() => loosest);
    const rows = tableOf(post, waits);
    // Surplus holders need no successor: those that would need the most go without one.
    const each = holders.map((it) => after(rows, it, 0, waits)).sort((a, b) => a - b);
    return each.slice(0, required).reduce((sum, arrivals) => sum + arrivals, 0);
  };
}
