// Whether a matter can be staffed by who decides on a day: the solver asked with a fixed budget, and only where the last answer has lost somebody.
import type { StaffingAnswer } from "../domain/staffing.ts";
import { findWitness } from "../staffing/witness.ts";
import type { ProblemMatter } from "./problem-matter.ts";
import { type Deciding, type SeatTaker, staffingOn } from "./staffing-on.ts";

/** Units of work a question: a million are some tens of milliseconds. */
const units = 500_000;

export interface MatterAnswer {
  status: StaffingAnswer["status"];
  /** By seat; null unless staffed. */
  witness: SeatTaker[] | null;
}

/** The same matter and people give the same answer everywhere. */
export function staffMatter(matter: ProblemMatter, deciding: Deciding): MatterAnswer {
  const { problem, takers } = staffingOn(matter, deciding);
  const answer = findWitness(problem, { left: units });
  if (answer.status !== "staffed") return { status: answer.status, witness: null };
  return { status: "staffed", witness: answer.witness.flatMap((at) => takers[at] ?? []) };
}

/** Whether a witness of another day is one of this day too: everybody in it would act as they did. */
export const stillStands = (
  { seats }: ProblemMatter,
  witness: readonly SeatTaker[],
  deciding: Deciding,
): boolean =>
  witness.length === seats.length &&
  witness.every(({ personId, postId }, seat) => {
    const first = seats[seat]?.postIds.find((id) => deciding.at(id).includes(personId)) ?? null;
    return first === postId && (postId !== null || deciding.isThere(personId));
  });

/** Indices of the matters in which somebody acts by one of the posts, ascending. */
export function matterTouchedBy(matters: readonly ProblemMatter[]): (postIds: Iterable<string>) => number[] {
  const byPost = new Map<string, Set<number>>();
  matters.forEach(({ seats }, at) => {
    for (const id of seats.flatMap(({ postIds }) => postIds)) {
      const own = byPost.get(id) ?? new Set<number>();
      byPost.set(id, own.add(at));
    }
  });
  return (postIds) => {
    const touched = new Set<number>();
    for (const id of postIds) for (const at of byPost.get(id) ?? []) touched.add(at);
    return [...touched].sort((a, b) => a - b);
  };
}
