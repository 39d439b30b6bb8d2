// A matter of the rotation as a staffing problem: for the people who decide at its posts on one day.
import type { Slot, StaffingBound, StaffingConstraint, StaffingProblem, Taker } from "../domain/staffing.ts";
import type { MatterBound, MatterStanding, ProblemMatter } from "./problem-matter.ts";

/** Who decides where on a day; only people who are there. */
export interface Deciding {
  at(postId: string): readonly string[];
  /** Whether somebody is there to use a grant of their own. */
  isThere(personId: string): boolean;
}
/** Who takes a seat: by a post, or (null) by grant of their own. */
export interface SeatTaker {
  personId: string;
  postId: string | null;
}

/** By seat, in the order of `MatterSeat.postIds`; each person once, as they would act. */
export const takersOn = ({ seats }: ProblemMatter, deciding: Deciding): SeatTaker[][] =>
  seats.map(({ postIds, personIds }) => {
    const takers = new Map<string, SeatTaker>();
    for (const postId of postIds)
      for (const personId of deciding.at(postId))
        if (!takers.has(personId)) takers.set(personId, { personId, postId });
    for (const personId of personIds)
      if (!takers.has(personId) && deciding.isThere(personId))
        takers.set(personId, { personId, postId: null });
    return [...takers.values()];
  });

/** A staffing problem with what its takers stand for. */
export interface MatterStaffing {
  problem: StaffingProblem;
  takers: SeatTaker[];
}

export function staffingOn(matter: ProblemMatter, deciding: Deciding): MatterStaffing {
  const bySeat = takersOn(matter, deciding);
  const takers: SeatTaker[] = [];
  const takerAt = new Map<string, number>();
  const indexOf = (taker: SeatTaker): number => {
    const key = JSON.stringify([taker.personId, taker.postId]);
    const known = takerAt.get(key) ?? takers.push(taker) - 1;
    takerAt.set(key, known);
    return known;
  };
  // Seats of one step have the same takers: the list is made once.
  const allowed = bySeat.map((own) => own.map(indexOf).sort((a, b) => a - b));
  const people = [...new Set(takers.map(({ personId }) => personId))].sort();
  const personAt = new Map(people.map((id, at) => [id, at]));
  const scene: Scene = {
    people,
    personAt,
    persons: takers.map(({ personId }) => personAt.get(personId) ?? -1),
    standings: takers.map(
      ({ personId, postId }) =>
        (postId === null ? matter.byPerson[personId] : matter.byPost[postId]) ?? nowhere,
    ),
  };
  return {
    takers,
    problem: {
      people,
      takers: scene.persons.map((person): Taker => ({ person, credited: [person] })),
      slots: matter.seats.map(({ stepId, seat }): Slot => ({ stepId, seat })),
      allowed,
      constraints: matter.bounds.map(
        (bound): StaffingConstraint => ({
          ...boundOn(bound, scene),
          source: bound.source,
          weight: bound.weight,
        }),
      ),
    },
  };
}

interface Scene {
  people: readonly string[];
  personAt: ReadonlyMap<string, number>;
  /** By taker. */
  persons: readonly number[];
  standings: readonly MatterStanding[];
}
const nowhere: MatterStanding = { department: null, organ: null, rank: null };

function boundOn(bound: MatterBound, { people, personAt, persons, standings }: Scene): StaffingBound {
  switch (bound.type) {
    case "few": {
      const bound1 = bound.binds && new Set(bound.binds);
      return {
        type: "few",
        labels: bound.labels,
        most: bound.most,
        holders: persons.map((person, taker) => {
          if (bound.by === "person")
            return bound1 === null || bound1.has(people[person] ?? "") ? [person] : [];
          const unit = standings[taker]?.[bound.by] ?? null;
          return unit === null ? [] : [unit];
        }),
      };
    }
    case "together":
      return { type: "together", slots: bound.seats, holders: persons.map((person) => [person]) };
    case "many": {
      const has = new Set(bound.experts?.has);
      return {
        type: "many",
        slots: bound.seats,
        counted: persons.map((person, taker) =>
          bound.by === "person" ? person : (standings[taker]?.organ ?? null),
        ),
        least: bound.least,
        most: null,
        isOdd: bound.isOdd,
        experts: bound.experts && {
          has: people.map((id) => has.has(id)),
          atLeast: bound.experts.atLeast,
          of: bound.experts.of,
        },
      };
    }
    case "rising":
      return {
        type: "rising",
        earlier: bound.earlier,
        later: bound.later,
        rank: standings.map(({ rank }) => rank),
      };
    case "unrelated":
      return {
        type: "unrelated",
        left: bound.left,
        right: bound.right,
        related: bound.related.flatMap(([a, b]): [number, number][] => {
          const [one, other] = [personAt.get(a), personAt.get(b)];
          return one === undefined || other === undefined ? [] : [[one, other]];
        }),
      };
  }
}
