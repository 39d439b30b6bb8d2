// Whether a forced leave may be placed, by the planner's own constraint over today's facts without any move.

import { wishesSchema } from "../../../shared/contract/plan.ts";
import { addDays, type Day } from "../../../shared/domain/day.ts";
import type { ForcedLeave } from "../../../shared/domain/rotation.ts";
import type { Text } from "../../../shared/domain/text.ts";
import type { World } from "../../../shared/domain/world.ts";
import { onRecord } from "../../../shared/rotation/announced.ts";
import { checkForcedLeave } from "../../../shared/rotation/constraints/forced-leave.ts";
import type { LeaveDemand, PlannedLeave, RotationProblem } from "../../../shared/rotation/plan.ts";
import { replay, type Timetable } from "../../../shared/rotation/timetable.ts";
import type { Desk } from "../desk.ts";
import { announced } from "../handovers/announced.ts";
import { planScene } from "../rotation/plan-scene.ts";
import { problemOf } from "../rotation/scene-problem.ts";
import { forcedLeavesOf } from "./papers.ts";

const kept = new WeakMap<World, Map<string, RotationProblem>>();
/** Today's facts as a problem that reaches beyond the leave's window; built once for each state of the facts. */
function problemFor(desk: Desk, until: Day): RotationProblem {
  const world = desk.world();
  const today = desk.today();
  const ahead = monthNumber(until) - monthNumber(today) + 1;
  const months = Math.min(60, Math.max(12, Math.ceil(ahead / 12) * 12));
  const known = kept.get(world) ?? new Map<string, RotationProblem>();
  kept.set(world, known);
  const key = `${today} ${months}`;
  const problem =
    known.get(key) ??
    problemOf(
      planScene(desk, {
        months,
        seed: 1,
        units: null,
        wishes: wishesSchema.parse({}),
        surprises: [],
        baseMoves: null,
        isReplan: false,
      }),
    );
  known.set(key, problem);
  return problem;
}
const monthNumber = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

const demandOf = ({ id, personId, postId, workingDays, window }: ForcedLeave): LeaveDemand => ({
  id,
  personId,
  postId,
  workingDays,
  ...window,
});
const plannedOf = ({ id, personId, postId, from, until }: ForcedLeave, standInId: string): PlannedLeave => ({
  demandId: id,
  personId,
  postId,
  from,
  until,
  standInId,
});

export interface Placing {
  from: Day;
  until: Day;
  standInId: string;
}
/** Asks about one leave again and again, for other days or stand-ins. */
export interface LeaveCheck {
  problem: RotationProblem;
  troubles(placing: Placing): Text[];
}

export function leaveCheck(desk: Desk, leave: ForcedLeave): LeaveCheck {
  const today = desk.today();
  const others = forcedLeavesOf(desk).filter(
    (one) => one.state === "placed" && one.id !== leave.id && one.until > today,
  );
  const bare = problemFor(desk, leave.window.until);
  // All of them are judged here as if they were being placed, among the moves that are announced.
  const problem: RotationProblem = { ...bare, leaves: [...others, leave].map(demandOf), placed: [] };
  const ahead = onRecord(desk.world(), announced(desk).moves, today);
  const timetable: Timetable = replay(problem, ahead);
  const placed = others.flatMap((one) => (one.standInId === null ? [] : [plannedOf(one, one.standInId)]));
  return {
    problem,
    troubles: ({ from, until, standInId }) => {
      if (until <= from) return [{ zh: "最后一日早于第一日", en: "the last day is before the first" }];
      if (from < today)
        return [
          {
            zh: `已过去的日子不能安排，请自 ${today} 起`,
            en: `days that are past cannot be placed: begin on ${today} or later`,
          },
        ];
      if (until > problem.until) {
        const last = addDays(problem.until, -1);
        return [{ zh: `最远可安排到 ${last}`, en: `it can be placed up to ${last} at most` }];
      }
      const own = { ...plannedOf(leave, standInId), from, until };
      // Follows "person, post: forced leave … to …: ".
      const lead = { zh: "强制休假：", en: `${addDays(until, -1)}: ` };
      const after = (words: string, mark: string): string => words.slice(words.indexOf(mark) + mark.length);
      return checkForcedLeave(timetable, [own, ...placed], null)
        .filter((breach) => breach.personId === leave.personId && breach.postId === leave.postId)
        .filter((breach) => breach.from === from && breach.until === until)
        .map(({ sentence }) => ({
          zh: after(sentence.zh, lead.zh),
          en: after(sentence.en, lead.en),
        }));
    },
  };
}
