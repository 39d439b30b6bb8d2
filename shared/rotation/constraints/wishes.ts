// Every move that was fixed is in the plan, and none that was forbidden.
import { addDays } from "../../domain/day.ts";
import type { BareMove, Timetable } from "../timetable.ts";
import { type Breach, breachOn, nameOfPerson, nameOfPost } from "./breach.ts";

export function checkWishes(timetable: Timetable): Breach[] {
  const { wishes } = timetable.problem;
  const moves = [...timetable.carried.map(({ move }) => move), ...timetable.impossibleMoves];
  const made = new Set(moves.map(keyOf));
  const missing = wishes.fixed
    .filter((move) => !made.has(keyOf(move)))
    .map((move): Breach => {
      const person = nameOfPerson(timetable, move.personId);
      const to = move.toPostId === null ? null : nameOfPost(timetable, move.toPostId);
      return {
        constraint: "wishes",
        postId: move.toPostId ?? move.fromPostId,
        personId: move.personId,
        from: move.day,
        until: addDays(move.day, 1),
        sentence: {
          zh: `${person}：已定于 ${move.day} 的调动（${to ?? "转为机动"}）不在方案中`,
          en: `${person}: the fixed move of ${move.day} (to ${to ?? "reserve"}) is not in the plan`,
        },
      };
    });
  const forbidden = moves.flatMap((move) => {
    const isForbidden = wishes.forbidden.some(
      (it) =>
        it.personId === move.personId &&
        (it.postId === null || it.postId === move.toPostId) &&
        (it.from === null || it.from <= move.day) &&
        (it.until === null || move.day < it.until),
    );
    const postId = move.toPostId ?? move.fromPostId;
    if (!isForbidden || postId === null) return [];
    return [
      breachOn(
        timetable,
        "wishes",
        { personId: move.personId, postId },
        move.day,
        `${move.day} 的调动已被排除`,
        `the move of ${move.day} has been ruled out`,
      ),
    ];
  });
  return [...missing, ...forbidden];
}

const keyOf = (move: BareMove): string =>
  JSON.stringify([move.day, move.personId, move.fromPostId, move.toPostId]);
