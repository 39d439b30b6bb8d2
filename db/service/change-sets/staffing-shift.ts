// What edits do to staffing: every matter and tier whose problem they change, answered before and after; only what differs.
import type { Context } from "../../../shared/contract/call.ts";
import type { StaffingShift } from "../../../shared/contract/changes.ts";
import type { Matter } from "../../../shared/domain/authority.ts";
import type { Day } from "../../../shared/domain/day.ts";
import { fault } from "../../../shared/domain/fault.ts";
import type { AmountRange } from "../../../shared/domain/money.ts";
import type { StaffingProblem } from "../../../shared/domain/staffing.ts";
import type { Desk } from "../desk.ts";
import { countTier, type TierAnswer } from "../staffing/answer.ts";
import type { Scene } from "../staffing/scene.ts";

export interface Scenes {
  readonly before: (day: Day) => Scene;
  readonly after: (day: Day) => Scene;
}
/** The matters that may be asked something else than on the day before; null: any. */
export interface Turned {
  readonly before: ReadonlySet<string> | null;
  readonly after: ReadonlySet<string> | null;
}
type Counted = Pick<TierAnswer, "status" | "minimum">;
const unknown: Counted = { status: "impossible", minimum: null };

/**
 * Asked day after day: a problem is made again only where its matter has turned, and answered once.
 * @throws FaultError refused, when it was stopped
 */
export function shiftReader(
  breathe: Desk["deps"]["breathe"],
  { signal }: Pick<Context, "signal">,
  { before, after }: Scenes,
): (day: Day, turned: Turned) => Promise<StaffingShift[]> {
  const sides = { before: problemReader(before), after: problemReader(after) };
  const counts = new Map<string, Counted>();
  const countOf = ({ key, problem }: Posed): Counted => {
    const counted = counts.get(key) ?? countTier(problem);
    counts.set(key, counted);
    return counted;
  };
  const shiftOf = (matter: Matter, tier: AmountRange): StaffingShift | null => {
    const [was, is] = [sides.before.posed(matter.id, tier), sides.after.posed(matter.id, tier)];
    if (was && is && was.key === is.key) return null;
    const old = was ? countOf(was) : unknown;
    const now = is ? countOf(is) : unknown;
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
  };
  return async (day, turned) => {
    sides.before.goTo(day, turned.before);
    sides.after.goTo(day, turned.after);
    const matters = new Map(
      [...sides.before.matters(), ...sides.after.matters()].map((matter) => [matter.id, matter]),
    );
    const shifts: StaffingShift[] = [];
    for (const matter of matters.values()) {
      const isAsked = [turned.before, turned.after].some((ids) => ids === null || ids.has(matter.id));
      if (!isAsked) continue;
      for (const tier of tiersOfBoth(sides.before.tiersOf(matter.id), sides.after.tiersOf(matter.id))) {
        const shift = shiftOf(matter, tier);
        if (shift) shifts.push(shift);
        await breathe();
        if (signal.aborted)
          throw fault("refused", {
            zh: "已停止试算，没有写入任何内容。",
            en: "The simulation was stopped; nothing was written.",
          });
      }
    }
    return shifts;
  };
}

/** The tiers of both, cut at every bound of either. */
function tiersOfBoth(before: readonly AmountRange[], after: readonly AmountRange[]): AmountRange[] {
  const tiers = [...before, ...after];
  const bounds = [...new Set(tiers.flatMap(({ upTo }) => (upTo === null ? [] : [upTo])))].sort(
    (a, b) => a - b,
  );
  if (tiers.length === 0) return [];
  return [...bounds, null].map((upTo, at) => ({ over: bounds[at - 1] ?? null, upTo }));
}

/** A problem with its text: two of one text are one. */
interface Posed {
  readonly key: string;
  readonly problem: StaffingProblem;
}
/** The problems of one side on the day gone to; those of matters that have not turned are kept. */
function problemReader(sceneOn: (day: Day) => Scene) {
  let scene: Scene | null = null;
  const kept = new Map<string, Map<string, Posed>>();
  const present = (): Scene => {
    if (!scene) throw new Error("no day was gone to");
    return scene;
  };
  return {
    goTo(day: Day, turned: ReadonlySet<string> | null): void {
      scene = sceneOn(day);
      if (turned === null) kept.clear();
      else for (const id of turned) kept.delete(id);
    },
    matters: (): readonly Matter[] => present().matters,
    tiersOf: (matterId: string): AmountRange[] => present().tiersOf(matterId),
    /** Null: there is no such matter on this side. */
    posed(matterId: string, tier: AmountRange): Posed | null {
      const matter = present().matters.find(({ id }) => id === matterId);
      if (!matter) return null;
      const own = kept.get(matter.id) ?? new Map<string, Posed>();
      kept.set(matter.id, own);
      const name = `${tier.over} ${tier.upTo}`;
      const known = own.get(name);
      if (known) return known;
      const { problem } = present().caseOf(matter, tier);
      const posed = { key: JSON.stringify(problem), problem };
      own.set(name, posed);
      return posed;
    },
  };
}
