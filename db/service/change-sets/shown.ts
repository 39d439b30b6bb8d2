// Change sets and their edits as the contract shows them.
import type { ChangeSet } from "../../../shared/contract/changes.ts";
import type { Day } from "../../../shared/domain/day.ts";
import type { Rule } from "../../../shared/domain/rule.ts";
import type { Facts } from "../../../shared/domain/world.ts";
import { gather } from "../../../shared/rules/gather.ts";
import {
  allDecisions,
  changedIn,
  changeSetsOf,
  editCounts,
  type StoredDecision,
  type StoredSet,
} from "../../queries/change-sets.ts";
import { rulesOf } from "../../queries/rules.ts";
import { plainFactsOf } from "../../queries/world.ts";
import type { Desk } from "../desk.ts";
import { effectiveDay, isCorrecting } from "./terms.ts";

export function shownSet(
  desk: Desk,
  set: StoredSet,
  decisions: readonly StoredDecision[],
  editCount: number,
): ChangeSet {
  const submitted = decisions.findLast(({ act }) => act === "submit");
  const decided = decisions.findLast(({ act }) => act !== "submit");
  const { hand: _, ...own } = set;
  return {
    ...own,
    effectiveDay: effectiveDay(desk, set),
    isCorrection: isCorrecting(desk, set),
    approvedIn: set.state === "approved" ? changedIn(desk.db(), set.id) : null,
    submittedBy: submitted?.by ?? null,
    submittedAt: submitted?.at ?? null,
    decidedBy: decided?.by ?? null,
    decidedAt: decided?.at ?? null,
    decision: decided && decided.words !== "" ? decided.words : null,
    editCount,
  };
}

/** Newest first. */
export function shownSets(desk: Desk, wanted: (set: StoredSet) => boolean): ChangeSet[] {
  const db = desk.db();
  const counts = editCounts(db);
  const decisions = gather(allDecisions(db), ({ setId }) => setId);
  return changeSetsOf(db)
    .filter(wanted)
    .map((set) => shownSet(desk, set, decisions.get(set.id) ?? [], counts.get(set.id) ?? 0));
}

/** The facts and rules that the edits of a set stand on: today's, or those just before it was settled. */
export function groundOf(desk: Desk, set: StoredSet): { facts: Facts; rules: Rule[]; day: Day } {
  const day = effectiveDay(desk, set);
  if (set.state === "draft" || set.state === "submitted")
    return { facts: desk.world(), rules: desk.rules().map(({ rule }) => rule), day };
  const db = desk.db();
  const seq = changedIn(db, set.id) - 1;
  return {
    facts: { ...plainFactsOf(db, seq), cases: [] },
    rules: rulesOf(db, seq).map(({ rule }) => rule),
    day,
  };
}
