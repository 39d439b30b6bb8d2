// Why a holder goes on a day: the wish, the record, the limit, the share that pulled it forward, or a place that they take elsewhere.
import { addMonths, type Day } from "../../domain/day.ts";
import type { Text } from "../../domain/text.ts";
import type { ProblemPost, ProblemSeat } from "../plan.ts";
import { calendarMonth } from "../relaxed/months.ts";
import { overdueFrom, type Stint, type Timetable } from "../timetable.ts";

const says = (zh: string, en: string): Text => ({ zh, en });

/** `stint`: the service that ends; null: nobody's, the place was free. */
export function whyLeft(timetable: Timetable, post: ProblemPost, stint: Stint): Text {
  const { problem, personOf } = timetable;
  const name = personOf.get(stint.personId)?.name ?? stint.personId;
  const day = stint.until;
  const isAsked = problem.wishes.fixed.some(
    (it) => it.personId === stint.personId && it.fromPostId === post.id && it.day === day,
  );
  if (isAsked)
    return says(
      `${name} 按已锁定或商定的安排调离 ${post.name}`,
      `${name} leaves ${post.name} as agreed or locked`,
    );
  const leavesOn = [personOf.get(stint.personId)?.leavesOn, stint.seat?.endsOn, post.until]
    .flatMap((it) => it ?? [])
    .sort()[0];
  const next = problem.changeDays.find((it) => it > day) ?? problem.until;
  if (leavesOn !== undefined && leavesOn < next)
    return says(`${name} ${leavesOn} 起不再任 ${post.name}`, `${name} leaves ${post.name} by ${leavesOn}`);
  const overdue = post.isKey ? overdueFrom(post, stint) : null;
  if (overdue === null) return moving(timetable, post, stint, name);
  const due = stint.seat?.dueOn ?? addMonths(stint.from, post.limitMonths ?? 0);
  const limit = says(
    `上限 ${post.limitMonths} 个月，${due} 到期`,
    `limit ${post.limitMonths} months, due ${due}`,
  );
  if (overdue < day) {
    const late = delayed(timetable, post, stint.seat);
    return says(
      `${name} 任 ${post.name} 已超期（${limit.zh}）${late.zh}`,
      `${name} is overdue at ${post.name} (${limit.en})${late.en}`,
    );
  }
  // The next change day would be too late for a successor to serve the overlap.
  if (overdue < timetable.index.line.plus(next, post.overlapDays))
    return says(
      `${name} 任 ${post.name} 将到期（${limit.zh}），下一调整日已来不及交接`,
      `${name} falls due at ${post.name} (${limit.en}) before a handover could begin on the next change day`,
    );
  const pulled = pulledForward(timetable, post, overdue);
  if (pulled)
    return says(
      `${name} 提前调离 ${post.name}（${limit.zh}）：${pulled.zh}`,
      `${name} leaves ${post.name} early (${limit.en}): ${pulled.en}`,
    );
  const onward = nextPlace(timetable, stint);
  return onward
    ? says(
        `${name} 提前调离 ${post.name}（${limit.zh}），接任 ${onward.name}`,
        `${name} leaves ${post.name} early (${limit.en}), to take over ${onward.name}`,
      )
    : says(
        `${name} 提前调离 ${post.name}（${limit.zh}），此后不必再为此增加一次到岗`,
        `${name} leaves ${post.name} early (${limit.en}), which costs no further arrival later`,
      );
}

function moving(timetable: Timetable, post: ProblemPost, stint: Stint, name: string): Text {
  const onward = nextPlace(timetable, stint);
  return onward
    ? says(
        `${name} 由 ${post.name} 接任 ${onward.name}，留下的位置须补`,
        `${name} goes from ${post.name} to ${onward.name}; the place left must be filled`,
      )
    : says(`${name} 调离 ${post.name}，须补位`, `${name} moves on from ${post.name}, which must be filled`);
}

const nextPlace = (timetable: Timetable, stint: Stint): ProblemPost | undefined => {
  const next = timetable.byPerson
    .get(stint.personId)
    ?.find((it) => it.seat === null && it.from === stint.until && it !== stint);
  return next && timetable.postOf.get(next.postId);
};

/** Why it was not in time: notice or the share of the department. */
function delayed(timetable: Timetable, post: ProblemPost, seat: ProblemSeat | null): Text {
  if (seat?.excused === "notice") {
    const opens = post.earliest === null ? null : timetable.problem.changeDays[post.earliest];
    return says(opens ? `，${opens} 起方可调整` : "", opens ? `; it could not change before ${opens}` : "");
  }
  if (seat?.excused !== "share") return says("", "");
  const cap = timetable.problem.departments.find((it) => it.id === post.departmentId)?.cap ?? 0;
  const months = timetable.problem.windowMonths;
  return says(
    `，部门每 ${months} 个月至多 ${cap} 次到岗，此前轮不到`,
    `; its department takes at most ${cap} arrivals in ${months} months, and its turn came no sooner`,
  );
}

/** So many others of the department fall due in the same months that the share could not take all of them then. */
function pulledForward(timetable: Timetable, post: ProblemPost, overdue: Day): Text | null {
  const { problem } = timetable;
  const department = problem.departments.find((it) => it.id === post.departmentId);
  if (!department) return null;
  const end = calendarMonth(overdue);
  const inWindow = (day: Day | null): boolean =>
    day !== null && calendarMonth(day) > end - problem.windowMonths && calendarMonth(day) <= end;
  const due = problem.posts
    .filter((it) => it.isKey && it.departmentId === post.departmentId)
    .flatMap((it) => timetable.byPost.get(it.id)?.map((stint) => overdueFrom(it, stint)) ?? [])
    .filter(inWindow).length;
  if (due <= department.cap) return null;
  return {
    zh: `${department.name} 在其到期前后 ${problem.windowMonths} 个月内有 ${due} 处到期，至多 ${department.cap} 次到岗`,
    en: `${due} of ${department.name} fall due within the ${problem.windowMonths} months up to then, and at most ${department.cap} can arrive`,
  };
}
