// What is announced: moves of the plan approved last whose day has not come; and the facts as they would be without them.
import type { Plan } from "../../../shared/contract/plan.ts";
import type { Delegation } from "../../../shared/domain/authority.ts";
import type { Day } from "../../../shared/domain/day.ts";
import type { Move } from "../../../shared/domain/rotation.ts";
import type { Facts } from "../../../shared/domain/world.ts";
import { onRecord, withoutMoves } from "../../../shared/rotation/announced.ts";
import { endingLoans } from "../../../shared/rotation/handover/ending-loans.ts";
import { naturalEnd } from "../../../shared/rotation/handover/plan-edits.ts";
import { changedIn, changeSetsOf, type StoredSet } from "../../queries/change-sets.ts";
import { type Row, rowOf, type Value } from "../../queries/versions.ts";
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
  const moves = onRecord(world, announced(desk).moves, desk.today());
  return {
    ...withoutMoves(world, moves, endWithoutPlans(desk)),
    delegations: loansWithoutMoves(desk, world, moves),
  };
}

/** Today's loans, those that the moves ended as they were given: only where nobody has touched them since. */
function loansWithoutMoves(desk: Desk, world: Facts, moves: readonly Omit<Move, "chain">[]): Delegation[] {
  const now = new Map(world.delegations.map((row) => [row.id, row]));
  const given = loansWithoutPlans(desk);
  const all = new Map([...now, ...given.map((row) => [row.id, row] as const)]);
  const ended = new Map(
    endingLoans(
      { ...world, delegations: [...all.values()] },
      moves.map((move) => ({ ...move, chain: 0 })),
    ).map(({ row, until }) => [row.id, until]),
  );
  for (const { id } of given) {
    const old = now.get(id);
    if (ended.has(id) && ended.get(id) === (old ? old.until : null)) continue;
    if (old) all.set(id, old);
    else all.delete(id);
  }
  return [...all.values()];
}

/** Loans that approvals of plans were the last to change, as they were before. */
export function loansWithoutPlans(desk: Desk): Delegation[] {
  const db = desk.db();
  const written = approvedPlanSets(desk).map(({ id }) => changedIn(db, id));
  if (written.length === 0) return [];
  const rows = db
    .prepare(
      `WITH plans AS (SELECT value FROM json_each(?))
       SELECT id, max(recorded_in) FILTER (WHERE recorded_in NOT IN plans) AS given
       FROM delegations JOIN entities ON key = entity GROUP BY id
       HAVING max(max(recorded_in, ifnull(superseded_in, 0))) IN plans`,
    )
    .all(JSON.stringify(written)) as { id: string; given: number | null }[];
  return rows.flatMap(({ id, given }) => {
    const row = given === null ? null : rowOf(db, "delegations", id, given);
    return row ? [delegationOf(row)] : [];
  });
}
const textOf = (value: Value | undefined): string | null => (typeof value === "string" ? value : null);
const delegationOf = (row: Row): Delegation => ({
  id: row.id,
  authorityId: String(row.authorityId),
  fromPersonId: String(row.fromPersonId),
  toPersonId: String(row.toPersonId),
  from: String(row.from),
  until: textOf(row.until),
  docNo: textOf(row.docNo),
  reason: textOf(row.reason),
  endReason: textOf(row.endReason),
});

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
