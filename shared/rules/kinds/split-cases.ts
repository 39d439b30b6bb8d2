// The cases that a test of splitting counts, each on its day.
import { type Case, isTender } from "../../domain/approval.ts";
import type { Day } from "../../domain/day.ts";
import type { Kind } from "../../domain/rule-kinds.ts";
import { compareText } from "../gather.ts";
import type { Act, View } from "../view.ts";
import type { Context } from "./kind.ts";

/** A case that the test counts, on its day. */
export interface DatedCase {
  readonly case: Case;
  readonly day: Day;
  /** Fen, positive. */
  readonly amount: number;
}
/** The cases in scope that a splitting test counts, in (day, case no., id) order. */
export function datedCases<K extends Kind>(context: Context<K>): DatedCase[] {
  const { view } = context;
  const dated: DatedCase[] = [];
  for (const of of view.world.cases) {
    const { amount } = of;
    if (amount === null || amount <= 0 || of.isChangeApproved || isTender(of.method)) continue;
    if (!context.admits(of.matterId)) continue;
    const acts = view.caseActs.get(of.id)?.acts ?? [];
    if (acts.at(-1)?.approval.action === "reject") continue;
    const day = acts.find((act) => isAuthorising(view, act))?.day ?? of.openedOn;
    if (day !== null && day <= view.today) dated.push({ case: of, day, amount });
  }
  return dated.sort(
    (a, b) =>
      compareText(a.day, b.day) ||
      compareText(a.case.caseNo, b.case.caseNo) ||
      compareText(a.case.id, b.case.id),
  );
}
const isAuthorising = (view: View, act: Act): boolean =>
  act.approval.action !== "reject" && view.duties.get(act.step.duty)?.type === "authorise";
