// Cases on their day, and the groups that kinds make of them.
import type { Case } from "../../domain/approval.ts";
import type { Day } from "../../domain/day.ts";
import type { Fen } from "../../domain/money.ts";
import type { Kind } from "../../domain/rule-kinds.ts";
import { compareText, gather } from "../gather.ts";
import type { Act, DatedCase, Touched, View } from "../view.ts";
import type { Context, Group } from "./kind.ts";

/** A dated case of a known amount above nothing. */
export interface PricedCase extends DatedCase {
  readonly amount: Fen;
}
export const isPriced = (one: DatedCase): one is PricedCase => one.amount !== null && one.amount > 0;

/** (day, case no., id). */
export const compareDated = (a: DatedCase, b: DatedCase): number =>
  compareText(a.day, b.day) || compareText(a.case.caseNo, b.case.caseNo) || compareText(a.case.id, b.case.id);

type Known = Pick<View, "world" | "today" | "caseActs" | "duties">;

/** Every case that has a day up to today and was not rejected, in (day, case no., id) order. */
export function dateCases(view: Known): DatedCase[] {
  const dated: DatedCase[] = [];
  for (const of of view.world.cases) {
    const day = dayOfCase(view, of, view.caseActs.get(of.id)?.acts ?? []);
    if (day !== null) dated.push({ case: of, day, amount: of.amount });
  }
  return dated.sort(compareDated);
}
/** The day of a case by its acts in order; null: it has none up to today, or it was rejected. */
export function dayOfCase(view: Pick<View, "today" | "duties">, of: Case, acts: readonly Act[]): Day | null {
  if (acts.at(-1)?.approval.action === "reject") return null;
  const day = acts.find((act) => isAuthorising(view, act))?.day ?? of.openedOn;
  return day !== null && day <= view.today ? day : null;
}
const isAuthorising = (view: Pick<View, "duties">, act: Act): boolean =>
  act.approval.action !== "reject" && view.duties.get(act.step.duty)?.type === "authorise";

/** Those in scope, in order. */
export const datedInScope = <K extends Kind>({ view, admits }: Context<K>): DatedCase[] =>
  view.datedCases().filter((one) => admits(one.case.matterId));

/** Groups of cases by key: all of them, since a corrected case may have left one, or those that are named. */
export function* caseSets<Item extends DatedCase>(
  items: readonly Item[],
  keyOf: (item: Item) => string | null,
  touched: Touched | null,
): Generator<Group<Item>> {
  const keys = touched?.keys ?? null;
  for (const [key, group] of gather(items, keyOf))
    if (keys === null || keys.has(key)) yield { key, items: group };
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** The people of evidence that is cases, read when the group ends. */
export const requestersOf = (cases: Iterable<Case>): Iterable<string> => ({
  *[Symbol.iterator]() {
    for (const of of cases) if (of.requesterId !== null) yield of.requesterId;
  },
});
/** The people of evidence that is acts, system accounts left out, read when the group ends. */
export const actorsOf = (acts: Iterable<Act>): Iterable<string> => ({
  *[Symbol.iterator]() {
    for (const act of acts) if (act.actorId !== null) yield act.actorId;
  },
});
