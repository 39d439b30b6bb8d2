// The planner: rolls through the horizon again and again with other settings and keeps the best plan found.
import type { Move } from "../domain/rotation.ts";
import { findBottleneck } from "./bottleneck.ts";
import { numberChains } from "./chains.ts";
import { isBetter, type Judged, judge } from "./cost.ts";
import type { Bottleneck, RotationPlan, RotationProblem } from "./plan.ts";
import { type Board, boardOf } from "./search/board.ts";
import { lowerBoundOf } from "./search/bound.ts";
import { planLeaves } from "./search/leaves.ts";
import { changedPosts, costlyPosts, keptAround } from "./search/neighbourhood.ts";
import { seededRandom } from "./search/random.ts";
import { roll } from "./search/roll.ts";
import { staffingMemory } from "./search/staffing.ts";
import type { Given } from "./search/wishes.ts";
import { validatePlan } from "./validate.ts";

/** Months of slack for early changes, one after the other: none gives the fewest early moves, much the most room later. */
const slacks = [0, 4, 8, 2, 12, 18];
/** Shares of the announced moves at suspect posts that a replan does without, one roll after the other. */
const doubts = [0, 0.1, 0, 0.3, 0, 0.6, 0, 1];
/** Rolls from nothing before the best plan is done over in part: by every second roll if it is valid, else by every third. */
const fromNothing = 12;
/** Rolls without improvement at the lower bound after which the search ends; as many before counting is asked for a proof. */
const patience = 24;
/** How many times as long it goes on above the bound, and without a valid plan. */
const aboveBound = 8;
const withoutPlan = 40;

export interface SolveProgress {
  unitsUsed: number;
  rolls: number;
  /** Set when this roll found a better plan than any before. */
  better: RotationPlan | null;
  /** Of the best plan so far: arrivals over the bound, in percent of it; null without a valid plan. */
  gapPercent: number | null;
}

type Bare = Omit<Move, "chain">;
interface Found extends Judged {
  moves: readonly Bare[];
  /** What keeps the plan from being offered: places left over, matters without people, other breaches. */
  troubles: number;
}

/**
 * Yields after every roll and returns the best plan. The same problem (its seed and units included) gives the same
 * yields; whoever wants to stop earlier just stops asking and keeps the last `better`. A plan says *planned* only
 * when the validator, which knows nothing of the search, finds no breach.
 */
export function* solveRotation(problem: RotationProblem): Generator<SolveProgress, RotationPlan> {
  const board = boardOf(problem);
  const lowerBound = lowerBoundOf(board);
  const random = seededRandom(problem.seed);
  const staffing = staffingMemory(board);
  const failures = new Int32Array(problem.posts.length);
  const suspects = new Uint8Array(problem.posts.length);
  const isReplan = problem.wishes.announced !== null;
  let best: Found | null = null;
  let plan: RotationPlan | null = null;
  let proof: Bottleneck | null = null;
  let unitsUsed = 0;
  /** Rolls from nothing so far: each has other settings than the one before. */
  let fresh = 0;
  let idle = 0;
  for (let rolls = 0; unitsUsed < problem.units || rolls === 0; rolls++) {
    const every = best?.troubles === 0 ? 2 : 3;
    const kept =
      best && rolls >= fromNothing && rolls % every === 1 ? keptOf(board, best, suspects, random) : null;
    // What was announced is disturbed least where nobody changes before they must.
    const isLate = isReplan && fresh % 2 === 0;
    const rolled = roll(board, {
      slack: isLate ? 0 : (slacks[fresh % slacks.length] ?? 0),
      failures,
      staffing,
      suspects,
      doubt: doubts[fresh % doubts.length] ?? 0,
      kept,
      isEager: !isLate,
      isFrugal: fresh % 4 === 3,
      random,
      maxUnits: problem.units - unitsUsed,
      maxUnfilled: best?.troubles ?? Number.POSITIVE_INFINITY,
    });
    if (!kept) fresh++;
    // A roll without a single candidate still counts, or the search would never end.
    unitsUsed += Math.max(1, rolled.units);
    idle++;
    let better: RotationPlan | null = null;
    if (rolled.moves) {
      const found = look(problem, rolled.moves, rolled.unstaffed, best, kept !== null);
      if (found) {
        idle = 0;
        best = found;
        better = planOf(problem, found, lowerBound, unitsUsed);
        plan = better;
      }
    }
    const isPlanned = best !== null && best.troubles === 0;
    const arrivals = best?.cost.arrivals ?? 0;
    const gapPercent = isPlanned && lowerBound > 0 ? Math.max(0, (arrivals / lowerBound - 1) * 100) : null;
    yield { unitsUsed, rolls: rolls + 1, better, gapPercent: isPlanned ? (gapPercent ?? 0) : null };
    if (!isPlanned && rolls + 1 === patience) {
      proof = findBottleneck(problem, []);
      if (proof?.isProof) break;
    }
    const longer = !isPlanned ? withoutPlan : arrivals > lowerBound ? aboveBound : 1;
    if (idle >= patience * longer) break;
  }
  if (!plan) plan = planOf(problem, { ...judge(problem, []), moves: [], troubles: 1 }, lowerBound, unitsUsed);
  const stuck = plan.cannotRotate.map((it) => it.postId);
  const bottleneck =
    plan.status === "planned" ? null : proof?.isProof ? proof : findBottleneck(problem, stuck);
  return { ...plan, unitsUsed, bottleneck, status: bottleneck?.isProof ? "impossible" : plan.status };
}

/** All of the best plan but what is around a place that found nobody, a matter without people, or arrivals too many. */
function keptOf(board: Board, best: Found, suspects: Uint8Array, random: () => number): Given[] {
  const left = [...best.overdue, ...best.vacant].filter((it) => it.why === "nobody");
  let posts = left.map((it) => board.indexOfPost.get(it.postId) ?? 0);
  if (posts.length === 0 && best.troubles > 0)
    posts = board.posts.flatMap((_, q) => (suspects[q] === 1 ? [q] : []));
  if (posts.length === 0) posts = board.wishes.isReplan ? changedPosts(board, best.moves) : [];
  if (posts.length === 0) posts = costlyPosts(board, best.moves);
  return keptAround(board, numberChains(board.problem, best.moves), posts, random);
}

/** The plan, judged, if it is better than the best so far. */
function look(
  problem: RotationProblem,
  moves: readonly Bare[],
  unstaffed: number,
  best: Found | null,
  isInPart: boolean,
): Found | null {
  const judged = judge(problem, moves);
  const isBehind = (troubles: number): boolean =>
    best !== null &&
    (best.troubles < troubles || (best.troubles === troubles && !isBetter(judged.cost, best.cost)));
  const left = judged.cost.unfilled + unstaffed;
  if (isBehind(left)) return null;
  if (left > 0 && isInPart) {
    // Moves kept from another plan may break what a roll from nothing never does: then it names what it could not do.
    const left = [...judged.overdue, ...judged.vacant].filter((it) => it.why === "nobody");
    const named = new Set(left.map((it) => it.postId));
    const breaches = validatePlan(problem, { moves });
    if (breaches.some((it) => it.constraint !== "staffability" && !named.has(it.postId ?? ""))) return null;
  }
  const troubles = left > 0 ? left : validatePlan(problem, { moves }).length;
  return isBehind(troubles) ? null : { ...judged, moves, troubles };
}

/** Runs the search to its end. */
export function solveToEnd(problem: RotationProblem): RotationPlan {
  const search = solveRotation(problem);
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

function planOf(problem: RotationProblem, found: Found, lowerBound: number, unitsUsed: number): RotationPlan {
  const { cost, overdue, vacant } = found;
  return {
    status: found.troubles === 0 ? "planned" : "undecided",
    moves: numberChains(problem, found.moves),
    ...planLeaves(problem, found.moves),
    changeDays: problem.changeDays,
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
