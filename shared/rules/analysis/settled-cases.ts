// The cases that can be asked how many people they had: settled ones, with who did what in them.
import type { Case } from "../../domain/approval.ts";
import type { Day, Period } from "../../domain/day.ts";
import { contains } from "../../domain/day.ts";
import type { DutyType } from "../../domain/duty.ts";
import { creditedPersons } from "../cover.ts";
import type { CaseActs, View } from "../view.ts";
import { innerSteps } from "./path.ts";

/** What one person is credited with in one case. */
export interface Hand {
  duties: Set<string>;
  types: Set<DutyType>;
}
export interface SettledCase {
  case: Case;
  /** Day of its last deciding act. */
  endedOn: Day;
  /** Every required inner step has been done. */
  isComplete: boolean;
  /** Distinct duties of its acts that credit somebody. */
  duties: number;
  hands: ReadonlyMap<string, Hand>;
  /** Σ of squared shares: 1 when one person did it all. */
  hhi: number;
}
export interface Settled {
  cases: SettledCase[];
  /** Cases of the period that are still open, or ended in a refusal. */
  open: number;
  rejected: number;
}

/** Cases whose last act lies in the period, up to the view's today. Closed, at a terminal step, or with every required step done. */
export function settledCases(view: View, period: Period): Settled {
  const settled: Settled = { cases: [], open: 0, rejected: 0 };
  const needed = new Map(
    view.world.matters.map(({ id }) => [id, innerSteps(view, id).map((step) => step.id)]),
  );
  for (const of of view.caseActs.values()) {
    const last = of.acts.at(-1);
    if (!last || !contains(period, last.day)) continue;
    if (last.approval.action === "reject") {
      settled.rejected += 1;
      continue;
    }
    const done = new Set(of.acts.filter((act) => act.approval.action !== "reject").map((act) => act.step.id));
    const steps = needed.get(of.case.matterId) ?? [];
    const isComplete = steps.length > 0 && steps.every((id) => done.has(id));
    if (isComplete || isClosed(view, of)) settled.cases.push(sharesOf(view, of, last.day, isComplete));
    else settled.open += 1;
  }
  return settled;
}

const isClosed = (view: View, { case: of, acts }: CaseActs): boolean =>
  (of.closedOn !== null && of.closedOn <= view.today) ||
  acts.some((act) => act.step.isTerminal && act.approval.action !== "reject");

function sharesOf(view: View, of: CaseActs, endedOn: Day, isComplete: boolean): SettledCase {
  const hands = new Map<string, Hand>();
  const all = new Set<string>();
  for (const act of of.acts)
    for (const personId of creditedPersons(view, act)) {
      const hand = hands.get(personId) ?? { duties: new Set(), types: new Set() };
      hands.set(personId, hand);
      all.add(act.step.duty);
      hand.duties.add(act.step.duty);
      const type = view.duties.get(act.step.duty)?.type;
      if (type && type !== "external") hand.types.add(type);
    }
  let hhi = 0;
  for (const { duties } of hands.values()) hhi += (duties.size / all.size) ** 2;
  return { case: of.case, endedOn, isComplete, duties: all.size, hands, hhi };
}

/** The middle of the values, the mean of the two middle ones; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
