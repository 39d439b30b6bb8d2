// What came in between since a plan was announced, laid over the facts as if it were on record; written nowhere.
import type { Day } from "../domain/day.ts";
import type { Facts } from "../domain/world.ts";
import type { PlanWishes } from "./plan.ts";

export type Surprise =
  | { type: "leaves"; personId: string; on: Day }
  | { type: "absent"; personId: string; from: Day; until: Day | null }
  /** The person will not take the post (null: will not move). */
  | { type: "veto"; personId: string; postId: string | null };

/** The facts with departures and absences added; an earlier departure on record stays. */
export function withSurprises(facts: Facts, surprises: readonly Surprise[]): Facts {
  if (surprises.length === 0) return facts;
  const leaving = new Map<string, Day>();
  for (const it of surprises) {
    if (it.type !== "leaves") continue;
    const before = leaving.get(it.personId);
    if (before === undefined || it.on < before) leaving.set(it.personId, it.on);
  }
  const absences = surprises.flatMap((it, at) =>
    it.type === "absent"
      ? [{ id: `surprise-${at}`, personId: it.personId, from: it.from, until: it.until }]
      : [],
  );
  return {
    ...facts,
    people: facts.people.map((person) => {
      const on = leaving.get(person.id);
      return on === undefined || (person.leavesOn !== null && person.leavesOn <= on)
        ? person
        : { ...person, leavesOn: on };
    }),
    absences: [...facts.absences, ...absences],
  };
}

/** Vetoes, as moves that may not be made. */
export const vetoesIn = (surprises: readonly Surprise[]): PlanWishes["forbidden"] =>
  surprises.flatMap((it) =>
    it.type === "veto" ? [{ personId: it.personId, postId: it.postId, from: null, until: null }] : [],
  );
