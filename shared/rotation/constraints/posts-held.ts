// Every key post and every post with a minimum staff keeps, each day, the holders that it had at the start.
import type { Day } from "../../domain/day.ts";
import type { ProblemPost, VacantDays } from "../plan.ts";
import { earlier, opensOn, type Timetable } from "../timetable.ts";
import { type Breach, nameOfPost } from "./breach.ts";
import { emptySince, isShareTaken } from "./share-taken.ts";

/** Every stretch of days on which a required place is empty, with why. */
export function vacantDays(timetable: Timetable): VacantDays[] {
  return timetable.problem.posts.flatMap((post) => (post.required === 0 ? [] : vacantIn(timetable, post)));
}

function vacantIn(timetable: Timetable, post: ProblemPost): VacantDays[] {
  const { problem, personOf } = timetable;
  const stints = timetable.byPost.get(post.id) ?? [];
  const end = earlier(problem.until, post.until) ?? problem.until;
  const opens = opensOn(problem, post);
  // Before a change is possible, a place is empty only because its holder left by record.
  const recorded = post.seats.flatMap(
    (seat) => earlier(seat.endsOn, personOf.get(seat.personId)?.leavesOn ?? null) ?? [],
  );
  const remaining = (day: Day): number => post.seats.length - recorded.filter((it) => it <= day).length;
  const marks = new Set([problem.today, ...(opens ? [opens] : []), ...recorded]);
  for (const it of stints) marks.add(it.from).add(it.until);
  const days = [...marks].filter((day) => day >= problem.today && day < end).sort();
  const found: VacantDays[] = [];
  days.forEach((day, at) => {
    const until = days[at + 1] ?? end;
    const held = stints.filter((it) => it.from <= day && day < it.until).length;
    if (held >= post.required) return;
    const since = emptySince(timetable, post, day);
    const isBefore = opens === null || day < opens;
    const why =
      isBefore && held >= Math.min(post.required, remaining(day))
        ? "notice"
        : post.isKey && !isBefore && since !== null && isShareTaken(timetable, post, null, since, until)
          ? "share"
          : "nobody";
    const last = found.at(-1);
    if (last && last.until === day && last.why === why) last.until = until;
    else found.push({ postId: post.id, from: day, until, why });
  });
  return found;
}

export function checkPostsHeld(timetable: Timetable): Breach[] {
  const moves = timetable.impossibleMoves.map(
    (move): Breach => ({
      constraint: "posts-held",
      postId: move.fromPostId ?? move.toPostId,
      personId: move.personId,
      from: move.day,
      until: move.day,
      sentence: {
        zh: `${move.day} 的调动无法执行：本人当日不在原岗位`,
        en: `the move of ${move.day} cannot be carried out: the person does not hold the post that day`,
      },
    }),
  );
  const vacant = vacantDays(timetable)
    .filter((it) => it.why === "nobody")
    .map((it): Breach => {
      const post = nameOfPost(timetable, it.postId);
      return {
        constraint: "posts-held",
        postId: it.postId,
        personId: null,
        from: it.from,
        until: it.until,
        sentence: { zh: `${post}：自 ${it.from} 起缺员`, en: `${post}: short of a holder from ${it.from}` },
      };
    });
  return [...moves, ...vacant];
}
