// Moves drawn by hand over a plan, judged against today's facts; the problem is built once per plan and state of the facts.
import { type BareMove, type Plan, type Wishes, wishesSchema } from "../../../shared/contract/plan.ts";
import type { Day } from "../../../shared/domain/day.ts";
import type { World } from "../../../shared/domain/world.ts";
import type { Breach } from "../../../shared/rotation/constraints/breach.ts";
import type { PlannedLeave, RotationProblem } from "../../../shared/rotation/plan.ts";
import { validatePlan } from "../../../shared/rotation/validate.ts";
import type { Desk } from "../desk.ts";
import { bareMoves } from "./bare-moves.ts";
import { planScene, type SceneAsked } from "./plan-scene.ts";
import { problemOf } from "./scene-problem.ts";

/** Wishes change with every stroke of the window; a problem of 2,000 posts is some megabytes. */
const mostKept = 8;
// The world is another object after every change of the facts.
const kept = new WeakMap<World, Map<string, RotationProblem>>();

/** The plan's own question, asked of today's facts: same end of the horizon, same wishes unless others are given. */
export const problemOfPlan = (desk: Desk, plan: Plan, wishes: Wishes = plan.wishes): RotationProblem =>
  problemAsked(desk, { ...askedOf(plan, desk.today()), wishes }, plan.id);

/** What a kept plan was asked, from today to its own end. */
export const askedOf = (plan: Plan, today: Day): SceneAsked => ({
  months: monthsLeft(plan, today),
  seed: plan.seed,
  units: Math.max(1, plan.units),
  wishes: plan.wishes,
  surprises: plan.surprises,
  baseMoves: bareMoves(plan),
  isReplan: false,
});

/** What is asked where no plan is at hand. */
export const afresh: Omit<SceneAsked, "months"> = {
  seed: 1,
  units: null,
  wishes: wishesSchema.parse({}),
  surprises: [],
  baseMoves: null,
  isReplan: false,
};
/** `name` stands for the moves and surprises of a plan, which never change. */
export function problemAsked(desk: Desk, asked: SceneAsked, name: string | null = null): RotationProblem {
  const world = desk.world();
  const known = kept.get(world) ?? new Map<string, RotationProblem>();
  kept.set(world, known);
  const key = JSON.stringify([desk.today(), name, asked.months, asked.wishes]);
  const problem = known.get(key) ?? problemOf(planScene(desk, asked));
  if (known.size >= mostKept) known.clear();
  known.set(key, problem);
  return problem;
}

/** Planned months after that of today, up to the plan's end; at least one. */
const monthsLeft = ({ from, months }: Pick<Plan, "from" | "months">, today: Day): number =>
  Math.max(1, months - (monthNumber(today) - monthNumber(from)));
const monthNumber = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

export const chained = (moves: readonly BareMove[]) => moves.map((move) => ({ ...move, chain: 0 }));

export const breachesOf = (
  problem: RotationProblem,
  moves: readonly BareMove[],
  leaves: readonly PlannedLeave[] = [],
): Breach[] => validatePlan(problem, { moves: chained(moves), leaves });

/** Leaves that a plan has placed and that nobody has placed since. */
export const leavesOf = ({ leaves }: Plan, problem: RotationProblem): PlannedLeave[] =>
  leaves
    .filter(({ demandId }) => problem.leaves.some(({ id }) => id === demandId))
    .map(({ demandId, person, post, standIn, from, until }) => ({
      demandId,
      personId: person.id,
      postId: post.id,
      standInId: standIn.id,
      from,
      until,
    }));
