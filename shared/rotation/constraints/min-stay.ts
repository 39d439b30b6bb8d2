// Nobody is moved off a key post before its minimum stay, nor put on one that they must leave before it.
import { addMonths, type Day } from "../../domain/day.ts";
import { earlier, type Timetable } from "../timetable.ts";
import { arrivalsIn, type Breach, breachOf } from "./breach.ts";

export function checkMinStay(timetable: Timetable): Breach[] {
  const { postOf, personOf } = timetable;
  const cut = timetable.stints.filter((stint) => {
    const post = postOf.get(stint.postId);
    if (!post?.isKey || !stint.isLeftByMove) return false;
    const stay = addMonths(stint.from, post.minStayMonths);
    if (stint.until >= stay) return false;
    // Who must go before it anyway, by record or by exemption's end, may go.
    const forced = earlier(
      personOf.get(stint.personId)?.leavesOn ?? null,
      stint.seat?.endsOn ?? null,
      stint.seat?.overdueFrom ?? null,
      post.until,
      lapse(timetable, stint),
    );
    return forced === null || forced >= stay;
  });
  const short = arrivalsIn(timetable).filter((stint) => {
    const leavesOn = personOf.get(stint.personId)?.leavesOn ?? null;
    const stay = postOf.get(stint.postId)?.minStayMonths ?? 0;
    return leavesOn !== null && leavesOn < addMonths(stint.from, stay);
  });
  return [
    ...cut.map((it) =>
      breachOf(
        timetable,
        "min-stay",
        it,
        `${it.until} 调离时未满最短任期`,
        `moved on ${it.until}, before the minimum stay`,
      ),
    ),
    ...short.map((it) =>
      breachOf(
        timetable,
        "min-stay",
        it,
        `${it.from} 到任，离开本单位前不足最短任期`,
        `arrives on ${it.from} and leaves the unit before the minimum stay`,
      ),
    ),
  ];
}

/** The latest end of a required qualification among those that do end, the soonest first. */
function lapse(timetable: Timetable, stint: { personId: string; postId: string }): Day | null {
  const held = timetable.personOf.get(stint.personId)?.qualifications ?? [];
  const required = timetable.postOf.get(stint.postId)?.qualifications ?? [];
  return earlier(
    ...required.map((code) => {
      const own = held.filter((it) => it.code === code);
      if (own.some((it) => it.until === null)) return null;
      return (
        own
          .map((it) => it.until ?? "")
          .sort()
          .at(-1) ?? null
      );
    }),
  );
}
