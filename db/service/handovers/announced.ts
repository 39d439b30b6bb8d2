// What is announced: moves of the plan approved last whose day has not come; and the facts as they would be without them.
import type { Plan } from "../../../shared/contract/plan.ts";
import type { Day } from "../../../shared/domain/day.ts";
import type { Move } from "../../../shared/domain/rotation.ts";
import type { Facts } from "../../../shared/domain/world.ts";
import { onRecord, withoutMoves } from "../../../shared/rotation/announced.ts";
import { naturalEnd } from "../../../shared/rotation/handover/plan-edits.ts";
import { changedIn, changeSetsOf, type StoredSet } from "../../queries/change-sets.ts";
import type { Desk } from "../desk.ts";
import { storedPlan } from "../rotation/stored-plans.ts";

export const movesOf = (plan: Pick<Plan, "moves">): Move[] =>
  plan.moves.map(({ day, chain, person, from, to }) => ({
    day,
    chain,
    personId: person.id,
    fromPostId: from?.id ?? null,
    toPostId: to?.id ?? null,
  }));

/** Approved sets of plans, the last approved first. */
export const approvedPlanSets = (desk: Desk): StoredSet[] =>
  changeSetsOf(desk.db())
    .filter(({ planId, state }) => planId !== null && state === "approved")
    .map((set) => ({ set, seq: changedIn(desk.db(), set.id) }))
    .toSorted((a, b) => b.seq - a.seq)
    .map(({ set }) => set);

export interface Announced {
  planId: string | null;
  set: StoredSet | null;
  moves: Move[];
}
/** One plan is announced at a time: approving another retracts what it does not hold. */
export function announced(desk: Desk): Announced {
  const [set = null] = approvedPlanSets(desk);
  const plan = set?.planId ? storedPlan(desk, set.planId) : null;
  if (!set || !plan) return { planId: null, set: null, moves: [] };
  const today = desk.today();
  return { planId: plan.id, set, moves: movesOf(plan).filter(({ day }) => day > today) };
}

/**
 * Today's facts with assignments as they would be if nothing were announced: what a plan is made on, and replanned on.
 * A row that somebody has changed by hand since is a fact and stays.
 */
export function unannounced(desk: Desk): Facts {
  const world = desk.world();
  const { moves } = announced(desk);
  return withoutMoves(world, onRecord(world, moves, desk.today()), endWithoutPlans(desk));
}

/** The end that an assignment had, or would have, if no plan had been approved. */
export function endWithoutPlans(desk: Desk): (assignmentId: string) => Day | null {
  const db = desk.db();
  const written = JSON.stringify(approvedPlanSets(desk).map(({ id }) => changedIn(db, id)));
  const last = db.prepare(
    `SELECT until_day AS until FROM assignments JOIN entities ON key = entity
     WHERE id = ? AND recorded_in NOT IN (SELECT value FROM json_each(?)) ORDER BY row_id DESC LIMIT 1`,
  );
  return (id) => {
    const own = last.get(id, written) as { until: Day | null } | undefined;
    if (own) return own.until;
    const row = desk.world().assignments.find((one) => one.id === id);
    return row ? naturalEnd(desk.world(), row.postId, row.personId) : null;
  };
}
