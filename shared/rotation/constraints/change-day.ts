// Moves fall on change days, or an overlap after an arrival of the same month; not before a post opens, and never where a lock stands.
import type { Day } from "../../domain/day.ts";
import { type CarriedMove, earlier, opensOn, type Stint, type Timetable } from "../timetable.ts";
import { type Breach, breachOn } from "./breach.ts";

export function checkChangeDay(timetable: Timetable): Breach[] {
  return timetable.carried.flatMap((carried) => {
    const { move, left, arrived } = carried;
    const { day } = move;
    const found: Breach[] = [];
    const add = (stint: Stint | null, zh: string, en: string): void => {
      if (stint) found.push(breachOn(timetable, "change-day", stint, day, zh, en));
    };
    if (!isPossibleDay(timetable, carried))
      add(
        arrived ?? left,
        `${day} 不是调整日，也不是接任人共事期满之日`,
        `${day} is neither a change day nor the end of a successor's overlap`,
      );
    if (timetable.personOf.get(move.personId)?.isLocked)
      add(arrived ?? left, `${day} 的调动：本人已锁定`, `the move of ${day}: the person is locked`);
    for (const stint of [left, arrived])
      if (stint && !isOpen(timetable, stint.postId, day))
        add(stint, `${day} 尚不可调整该岗位`, `the post may not change on ${day} yet`);
    if (left && isExemptOn(timetable, left, day)) {
      if (isForLeave(timetable, left))
        add(
          left,
          `${day} 调离时，已安排的强制休假还没有结束`,
          `left on ${day}, before the forced leave that is placed is over`,
        );
      else add(left, `${day} 仍在豁免期内`, `still exempt on ${day}`);
    }
    return found;
  });
}

function isPossibleDay({ index, postOf, byPost }: Timetable, { move, left }: CarriedMove): boolean {
  const { day } = move;
  if (index.changeDays.has(day)) return true;
  const post = left && postOf.get(left.postId);
  if (!post || !index.changeMonths.has(day.slice(0, 7))) return false;
  return (byPost.get(post.id) ?? []).some(
    (it) =>
      it.seat === null &&
      it.personId !== move.personId &&
      it.from.slice(0, 7) === day.slice(0, 7) &&
      index.line.plus(it.from, post.overlapDays) === day,
  );
}

function isOpen({ problem, postOf }: Timetable, postId: string, day: Day): boolean {
  const post = postOf.get(postId);
  const opens = post ? opensOn(problem, post) : null;
  return opens !== null && day >= opens;
}

const isForLeave = ({ problem }: Timetable, { personId, postId, seat }: Stint): boolean =>
  (problem.placed ?? []).some(
    (it) => it.personId === personId && it.postId === postId && it.until === seat?.staysUntil,
  );

/** An exempt holder stays until the exemption ends, unless no change day lies between that and their leaving by record. */
function isExemptOn(timetable: Timetable, stint: Stint, day: Day): boolean {
  const staysUntil = stint.seat?.staysUntil ?? null;
  if (staysUntil === null || staysUntil <= day) return false;
  const ends = earlier(stint.seat?.endsOn ?? null, timetable.personOf.get(stint.personId)?.leavesOn ?? null);
  return ends === null || timetable.problem.changeDays.some((it) => it >= staysUntil && it <= ends);
}
