// What a constraint answers: where a timetable breaks it, in one plain sentence.
import { addDays, type Day } from "../../domain/day.ts";
import type { Text } from "../../domain/text.ts";
import type { ConstraintName } from "../plan.ts";
import type { Stint, Timetable } from "../timetable.ts";

export interface Breach {
  constraint: ConstraintName;
  postId: string | null;
  personId: string | null;
  /** `[from, until)`; a breach of one day has the next day as its end. */
  from: Day;
  until: Day;
  sentence: Text;
  /** The matter and tier that cannot be staffed. */
  matter?: Text;
}
export type Constraint = (timetable: Timetable) => Breach[];

export const nameOfPost = (timetable: Timetable, id: string): string => timetable.postOf.get(id)?.name ?? id;
export const nameOfPerson = (timetable: Timetable, id: string): string =>
  timetable.personOf.get(id)?.name ?? id;

/** Service that the plan itself begins. */
export const arrivalsIn = (timetable: Timetable): Stint[] =>
  timetable.stints.filter((stint) => stint.seat === null && stint.from < stint.until);

/** A breach by one stint; `zh` and `en` follow "person, post: ". */
export function breachOf(
  timetable: Timetable,
  constraint: ConstraintName,
  stint: Pick<Stint, "personId" | "postId" | "from" | "until">,
  zh: string,
  en: string,
): Breach {
  const person = nameOfPerson(timetable, stint.personId);
  const post = nameOfPost(timetable, stint.postId);
  return {
    constraint,
    postId: stint.postId,
    personId: stint.personId,
    from: stint.from,
    until: stint.until,
    sentence: { zh: `${person}，${post}：${zh}`, en: `${person}, ${post}: ${en}` },
  };
}

/** A breach on one day. */
export const breachOn = (
  timetable: Timetable,
  constraint: ConstraintName,
  { personId, postId }: Pick<Stint, "personId" | "postId">,
  day: Day,
  zh: string,
  en: string,
): Breach => breachOf(timetable, constraint, { personId, postId, from: day, until: addDays(day, 1) }, zh, en);
