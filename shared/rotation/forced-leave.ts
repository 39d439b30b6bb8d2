// Whether a forced leave is placed well: its days, its person, its stand-in, and the work meanwhile (docs/rotation.md).
import { addDays, type Day, overlaps } from "../domain/day.ts";
import { leastLeaveDays } from "../domain/rotation.ts";
import type { Text } from "../domain/text.ts";
import type { LeaveDemand, PlannedLeave } from "./plan.ts";

interface Span {
  from: Day;
  until: Day;
}
export const leaveTroubles = [
  "too-short",
  "outside-window",
  "not-held",
  "in-overlap",
  "own-stand-in",
  "stand-in-away",
  "stand-in-on-leave",
  "unqualified",
  "related",
  "separation",
  "own-work",
  "stands-in-twice",
  "post-on-leave",
  "unstaffed",
] as const;
export type LeaveTrouble = (typeof leaveTroubles)[number];

/** What the check asks about people and posts; every answer speaks of all days of the span unless it says otherwise. */
export interface LeaveGround {
  isWorkday(day: Day): boolean;
  holds(personId: string, postId: string, span: Span): boolean;
  /** Some day of the span is a handover of the person's with an arrival at the post, theirs or a successor's. */
  isInOverlap(personId: string, postId: string, span: Span): boolean;
  /** Employed, and on no day absent. */
  isThere(personId: string, span: Span): boolean;
  isQualified(personId: string, postId: string, span: Span): boolean;
  /** On some day: relatives, or joined by an interest on record. */
  areRelated(personId: string, otherId: string, span: Span): boolean;
  /** With the duties of the post added, what they hold breaks no never-together rule that it did not break before. */
  isSeparated(personId: string, postId: string, span: Span): boolean;
  /** On some day they would review a matter in whose open cases they did another duty. */
  reviewsOwnWork(personId: string, postId: string, span: Span): boolean;
  /** Names of matters that cannot be staffed with the stand-in deciding in the person's place. */
  unstaffed(leave: PlannedLeave): readonly string[];
}
export interface FoundLeaveTrouble {
  trouble: LeaveTrouble;
  /** Follows "person, post: ". */
  sentence: Text;
}

/** Working days of a span. */
export function workingDaysIn({ from, until }: Span, isWorkday: (day: Day) => boolean): number {
  let count = 0;
  for (let day = from; day < until; day = addDays(day, 1)) if (isWorkday(day)) count += 1;
  return count;
}

/**
 * Everything that speaks against the leave, in the order of the list above; empty: it is valid. `others`: leaves of
 * other demands that are placed or on record.
 */
export function troublesOfLeave(
  demand: Pick<LeaveDemand, "personId" | "postId" | "workingDays" | "from" | "until">,
  leave: PlannedLeave,
  others: readonly PlannedLeave[],
  ground: LeaveGround,
): FoundLeaveTrouble[] {
  const { personId, postId, standInId } = leave;
  const found: FoundLeaveTrouble[] = [];
  const add = (isFound: boolean, trouble: LeaveTrouble, zh: string, en: string): void => {
    if (isFound) found.push({ trouble, sentence: { zh, en } });
  };
  const least = Math.max(leastLeaveDays, demand.workingDays);
  const days = workingDaysIn(leave, ground.isWorkday);
  const meanwhile = others.filter((one) => one.demandId !== leave.demandId && overlaps(one, leave));
  add(
    days < least,
    "too-short",
    `只有 ${days} 个工作日，须 ${least} 个`,
    `${days} working days; ${least} are needed`,
  );
  add(
    leave.from < demand.from || leave.until > demand.until,
    "outside-window",
    `超出 ${demand.from} 至 ${addDays(demand.until, -1)} 的窗口`,
    `outside its window ${demand.from} to ${addDays(demand.until, -1)}`,
  );
  add(
    personId !== demand.personId || postId !== demand.postId || !ground.holds(personId, postId, leave),
    "not-held",
    "休假期间并非一直在该岗",
    "does not hold the post on every day of the leave",
  );
  add(
    ground.isInOverlap(personId, postId, leave),
    "in-overlap",
    "与交接重叠期相碰",
    "falls into a handover overlap",
  );
  add(standInId === personId, "own-stand-in", "代岗人就是本人", "the stand-in is the person");
  if (standInId === personId) return found;
  add(
    !ground.isThere(standInId, leave),
    "stand-in-away",
    "代岗人有不在的日子",
    "the stand-in is away on some day",
  );
  add(
    meanwhile.some((one) => one.personId === standInId),
    "stand-in-on-leave",
    "代岗人本人也在强制休假",
    "the stand-in is on forced leave too",
  );
  add(
    !ground.isQualified(standInId, postId, leave),
    "unqualified",
    "代岗人不具备该岗的任职资格",
    "the stand-in lacks a qualification of the post",
  );
  add(
    ground.areRelated(personId, standInId, leave),
    "related",
    "代岗人与本人有回避关系",
    "the stand-in is a relative or related party",
  );
  add(
    !ground.isSeparated(standInId, postId, leave),
    "separation",
    "代岗人会兼任不相容职责",
    "the stand-in would hold incompatible duties",
  );
  add(
    ground.reviewsOwnWork(standInId, postId, leave),
    "own-work",
    "代岗人会复核本人经办的在办件",
    "the stand-in would review their own open work",
  );
  add(
    meanwhile.some((one) => one.standInId === standInId),
    "stands-in-twice",
    "代岗人同期已为他人代岗",
    "the stand-in stands in for somebody else then",
  );
  add(
    meanwhile.some((one) => one.postId === postId),
    "post-on-leave",
    "同岗已有他人在强制休假",
    "somebody else of the post is on forced leave then",
  );
  const unstaffed = ground.unstaffed(leave);
  add(
    unstaffed.length > 0,
    "unstaffed",
    `有事项办不成：${unstaffed.join("、")}`,
    `matters that could not be done: ${unstaffed.join(", ")}`,
  );
  return found;
}
