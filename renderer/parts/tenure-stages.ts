// Cuts one tenure into the stretches of its own time: normal, warning, near, overdue, exempt.
import { addDays, type Day } from "../../shared/domain/day.ts";
import type { TenureState } from "../../shared/domain/rotation.ts";

export interface Stage {
  state: TenureState | "past";
  from: Day;
  /** Half-open; null runs out of the picture. */
  until: Day | null;
}

const warningDays = 180;
const nearDays = 90;

/**
 * @param span from when and (half-open) until when the post is held
 * @param dueOn the due day itself; overdue begins the day after; null: no limit
 * @param exemptUntil half-open end of a live exemption
 */
export function stagesOf(
  span: { from: Day; until: Day | null },
  dueOn: Day | null,
  exemptUntil: Day | null = null,
): Stage[] {
  if (dueOn === null) return [{ state: "normal", ...span }];
  const over = addDays(dueOn, 1);
  const cuts: { state: TenureState; from: Day }[] = [
    { state: "normal", from: span.from },
    { state: "warning", from: addDays(dueOn, -warningDays) },
    { state: "near", from: addDays(dueOn, -nearDays) },
    exemptUntil === null ? { state: "overdue", from: over } : { state: "exempt", from: over },
    ...(exemptUntil === null || exemptUntil <= over
      ? []
      : [{ state: "overdue" as const, from: exemptUntil }]),
  ];
  return cuts.flatMap(({ state, from }, at) => {
    const begins = from > span.from ? from : span.from;
    const next = cuts[at + 1]?.from ?? null;
    const ends = next === null || (span.until !== null && span.until < next) ? span.until : next;
    return ends !== null && ends <= begins ? [] : [{ state, from: begins, until: ends }];
  });
}
