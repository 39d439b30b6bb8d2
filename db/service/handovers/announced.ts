// What is announced: moves of the plan approved last whose day has not come; and the facts as they would be without them.
import type { Plan } from "../../../shared/contract/rotation.ts";
import { addDays } from "../../../shared/domain/day.ts";
import type { Assignment } from "../../../shared/domain/organisation.ts";
import type { Move } from "../../../shared/domain/rotation.ts";
import type { World } from "../../../shared/domain/world.ts";
import { naturalEnd } from "../../../shared/rotation/handover/plan-edits.ts";
import { changedIn, changeSetsOf, type StoredSet } from "../../queries/change-sets.ts";
import { idReader, versionsWhere } from "../../queries/versions.ts";
import type { Desk } from "../desk.ts";
import { storedPlan } from "../stored-plans.ts";

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
export function unannounced(desk: Desk): World {
  const world = desk.world();
  const { moves } = announced(desk);
  if (moves.length === 0) return world;
  const approvals = new Set(approvedPlanSets(desk).map(({ id }) => changedIn(desk.db(), id)));
  const today = desk.today();
  const key = (personId: string, postId: string | null, day: string): string =>
    `${personId} ${postId} ${day}`;
  const arrivals = new Set(moves.map((move) => key(move.personId, move.toPostId, move.day)));
  const leavings = new Set(moves.map((move) => key(move.personId, move.fromPostId, move.day)));
  const assignments = world.assignments.flatMap((row): Assignment[] => {
    if (row.from > today && arrivals.has(key(row.personId, row.postId, row.from))) return [];
    if (row.until === null || !leavings.has(key(row.personId, row.postId, row.until))) return [row];
    return [{ ...row, until: endBefore(desk, row, approvals) }];
  });
  return { ...world, assignments };
}

/** The end that the row had, or would have, without any plan. */
function endBefore(desk: Desk, row: Assignment, approvals: ReadonlySet<number>): string | null {
  const own = versionsWhere(desk.db(), "assignments", idReader(desk.db()), {
    personId: row.personId,
    postId: row.postId,
  }).findLast((one) => one.row.id === row.id && !approvals.has(one.recordedIn));
  if (!own) return naturalEnd(desk.world(), row.postId, row.personId);
  const until = own.row.until;
  return typeof until === "string" ? until : null;
}

/** The giver's last day of a move. */
export const lastDayOf = ({ day }: Pick<Move, "day">): string => addDays(day, -1);
