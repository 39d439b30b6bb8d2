// The planner: rolls through the horizon again and again with other settings and keeps the best plan found.
import type { Move } from "../domain/rotation.ts";
import { findBottleneck } from "./bottleneck.ts";
import { numberChains } from "./chains.ts";
import { isBetter, type Judged, judge } from "./cost.ts";
import type { RotationPlan, RotationProblem } from "./plan.ts";
import { type Board, boardOf } from "./search/board.ts";
import { lowerBoundOf } from "./search/bound.ts";
import { seededRandom } from "./search/random.ts";
import { roll } from "./search/roll.ts";

/** Months of slack for early changes, one after the other: none gives the fewest early moves, much the most room later. */
const slacks = [4, 8, 2, 12, 0, 18];
/** Rolls without improvement at the lower bound after which the search ends. */
const patience = 24;

export interface SolveProgress {
  unitsUsed: number;
  rolls: number;
  /** Set when this roll found a better plan than any before. */
  better: RotationPlan | null;
}

/**
 * Yields after every roll and returns the best plan. The same problem (its seed and units included) gives the same
 * yields; whoever wants to stop earlier just stops asking and keeps the last `better`.
 */
export function* solveRotation(problem: RotationProblem): Generator<SolveProgress, RotationPlan> {
  const board = boardOf(problem);
  const lowerBound = lowerBoundOf(board);
  const random = seededRandom(problem.seed);
  let best: (Judged & { moves: Omit<Move, "chain">[] }) | null = null;
  let plan: RotationPlan | null = null;
  const failures = new Int32Array(problem.posts.length);
  let unitsUsed = 0;
  let idle = 0;
  for (let rolls = 0; unitsUsed < problem.units || rolls === 0; rolls++) {
    const slack = slacks[rolls % slacks.length] ?? 0;
    const rolled = roll(board, {
      slack,
      failures,
      random,
      maxUnits: problem.units - unitsUsed,
      maxUnfilled: best?.cost.unfilled ?? Number.POSITIVE_INFINITY,
    });
    // A roll without a single candidate still counts, or the search would never end.
    unitsUsed += Math.max(1, rolled.units);
    idle++;
    let better: RotationPlan | null = null;
    if (rolled.moves) {
      const judged = judge(problem, rolled.moves);
      if (!best || isBetter(judged.cost, best.cost)) {
        idle = 0;
        best = { ...judged, moves: rolled.moves };
        better = planOf(problem, board, best, lowerBound, unitsUsed);
        plan = better;
      }
    }
    yield { unitsUsed, rolls: rolls + 1, better };
    const isAtBound = best !== null && best.cost.unfilled === 0 && best.cost.arrivals <= lowerBound;
    if (idle >= (isAtBound ? patience : patience * 8)) break;
  }
  if (!plan) plan = planOf(problem, board, { ...judge(problem, []), moves: [] }, lowerBound, unitsUsed);
  const bottleneck =
    plan.status === "planned"
      ? null
      : findBottleneck(
          problem,
          plan.cannotRotate.map((it) => it.postId),
        );
  return { ...plan, unitsUsed, bottleneck, status: bottleneck?.isProof ? "impossible" : plan.status };
}

/** Runs the search to its end. */
export function solveToEnd(problem: RotationProblem): RotationPlan {
  const search = solveRotation(problem);
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

function planOf(
  problem: RotationProblem,
  board: Board,
  found: Judged & { moves: readonly Omit<Move, "chain">[] },
  lowerBound: number,
  unitsUsed: number,
): RotationPlan {
  const { cost, overdue, vacant } = found;
  return {
    status: cost.unfilled === 0 ? "planned" : "undecided",
    moves: numberChains(problem, found.moves),
    leaves: [],
    unmetLeaveIds: [],
    changeDays: board.problem.changeDays,
    cost,
    lowerBound,
    unitsUsed,
    seed: problem.seed,
    unavoidableOverdueDays: overdue.filter((it) => it.why !== "nobody"),
    unavoidableVacantDays: vacant.filter((it) => it.why !== "nobody"),
    cannotRotate: [...overdue, ...vacant].filter((it) => it.why === "nobody"),
    bottleneck: null,
    notApplied: problem.notApplied,
  };
}
