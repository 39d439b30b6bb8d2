// Every key post and every post with a minimum staff keeps, each day, the holders that it needs; every move can be carried out.
import { addDays, type Day } from "../../domain/day.ts";
import { excusedOn } from "../needed.ts";
import type { ProblemPost, VacantDays } from "../plan.ts";
import { earlier, holdsOn, type Timetable } from "../timetable.ts";
import { type Breach, nameOfPerson, nameOfPost } from "./breach.ts";

/** Every stretch of days on which a required place is empty, with why. */
export function vacantDays(timetable: Timetable): VacantDays[] {
  return timetable.problem.posts.flatMap((post) => (post.required === 0 ? [] : vacantIn(timetable, post)));
}

function vacantIn(timetable: Timetable, post: ProblemPost): VacantDays[] {
  const { problem } = timetable;
  const stints = timetable.byPost.get(post.id) ?? [];
  const end = earlier(problem.until, post.until) ?? problem.until;
  const marks = new Set<Day>();
  for (const { from, until, seat } of stints) {
    marks.add(from).add(until);
    if (seat?.excused && seat.handBy !== null) marks.add(seat.handBy);
  }
  const days = [problem.today, ...[...marks].filter((day) => day > problem.today && day < end).sort()];
  const found: VacantDays[] = [];
  days.forEach((day, at) => {
    const until = days[at + 1] ?? end;
    const held = stints.filter((it) => holdsOn(it, day)).length;
    if (held >= post.required) return;
    const excused = excusedOn(timetable, post, day);
    const isExcused = held >= post.required - excused.length;
    const isByShare = excused.some(({ seat }) => seat?.excused === "share");
    const why = !isExcused ? "nobody" : isByShare ? "share" : "notice";
    const last = found.at(-1);
    if (last && last.until === day && last.why === why) last.until = until;
    else found.push({ postId: post.id, from: day, until, why });
  });
  return found;
}

export function checkPostsHeld(timetable: Timetable): Breach[] {
  const moves = timetable.impossibleMoves.map((move): Breach => {
    const person = nameOfPerson(timetable, move.personId);
    const [from, to] = [move.fromPostId, move.toPostId].map((id) =>
      id === null
        ? { zh: "机动", en: "reserve" }
        : { zh: nameOfPost(timetable, id), en: nameOfPost(timetable, id) },
    );
    return {
      constraint: "posts-held",
      postId: move.fromPostId ?? move.toPostId,
      personId: move.personId,
      from: move.day,
      until: addDays(move.day, 1),
      sentence: {
        zh: `${person}：${move.day} 由${from?.zh}调往${to?.zh}无法执行（当日不在原处、已在该岗、岗位已撤销，或当日已有调动）`,
        en: `${person}: the move of ${move.day} from ${from?.en} to ${to?.en} cannot be carried out (not there that day, there already, the post is gone, or moved that day already)`,
      },
    };
  });
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
