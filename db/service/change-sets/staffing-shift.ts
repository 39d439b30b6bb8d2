// What edits do to staffing: every matter and tier whose problem they change, answered before and after; only what differs.
import type { Context } from "../../../shared/contract/call.ts";
import type { StaffingShift } from "../../../shared/contract/changes.ts";
import type { Matter } from "../../../shared/domain/authority.ts";
import type { Day } from "../../../shared/domain/day.ts";
import type { Edit } from "../../../shared/domain/edit.ts";
import { fault } from "../../../shared/domain/fault.ts";
import type { AmountRange } from "../../../shared/domain/money.ts";
import type { Desk } from "../desk.ts";
import type { TierAnswer } from "../staffing/answer.ts";
import { type Scene, sceneAfter, sceneOf } from "../staffing/scene.ts";
import { answerOf } from "../staffing/tier-lines.ts";

const label = { zh: "正在比较编组", en: "Comparing the staffing" };

/** The tiers of both, cut at every bound of either. */
function tiersOfBoth(before: Scene, after: Scene, matterId: string): AmountRange[] {
  const tiers = [...before.tiersOf(matterId), ...after.tiersOf(matterId)];
  const bounds = [...new Set(tiers.flatMap(({ upTo }) => (upTo === null ? [] : [upTo])))].sort(
    (a, b) => a - b,
  );
  if (tiers.length === 0) return [];
  return [...bounds, null].map((upTo, at) => ({ over: bounds[at - 1] ?? null, upTo }));
}

const unknown: Pick<TierAnswer, "status" | "minimum"> = { status: "impossible", minimum: null };

/**
 * `on`: the day that is asked, where edits of several days hold from `day`.
 * @throws FaultError refused, when it was stopped
 */
export async function staffingShifts(
  desk: Desk,
  context: Context,
  edits: readonly Edit[],
  day: Day,
  on: Day = day,
): Promise<StaffingShift[]> {
  const before = sceneOf(desk, { day: on, knownOn: null, edits: [] });
  const after = sceneAfter(desk, edits, day, on);
  const matters = new Map([...before.matters, ...after.matters].map((matter) => [matter.id, matter]));
  const shifts: StaffingShift[] = [];
  let done = 0;
  for (const matter of matters.values()) {
    for (const tier of tiersOfBoth(before, after, matter.id)) {
      const shift = shiftOf(before, after, matter, tier);
      if (shift) shifts.push(shift);
      await desk.deps.breathe();
      if (context.signal.aborted)
        throw fault("refused", {
          zh: "已停止试算，没有写入任何内容。",
          en: "The simulation was stopped; nothing was written.",
        });
    }
    done += 1;
    context.progress(label, done, matters.size);
  }
  return shifts;
}

function shiftOf(before: Scene, after: Scene, matter: Matter, tier: AmountRange): StaffingShift | null {
  const isIn = (scene: Scene): boolean => scene.matters.some(({ id }) => id === matter.id);
  const [was, is] = [before, after].map((scene) => (isIn(scene) ? scene.caseOf(matter, tier) : null));
  if (was && is && JSON.stringify(was.problem) === JSON.stringify(is.problem)) return null;
  const old = was ? answerOf(before, was) : unknown;
  const now = is ? answerOf(after, is) : unknown;
  if (old.status === now.status && old.minimum === now.minimum) return null;
  return {
    matterId: matter.id,
    matterName: matter.name,
    upTo: tier.upTo,
    before: old.status,
    after: now.status,
    minimumBefore: old.minimum,
    minimumAfter: now.minimum,
  };
}
