// A small office decided by a solver: the relaxation's bound, and its solution carried out where the validator accepts it.
import type { RotationProblem } from "../plan.ts";
import type { BareMove } from "../timetable.ts";
import { validatePlan } from "../validate.ts";
import { type LinearModel, linearModel, type ModelOptions } from "./model.ts";
import { calendarMonth } from "./months.ts";
import { movesOf } from "./realise.ts";
import type { ModelAnswer, ModelSolver } from "./solver.ts";

export interface Decided extends Pick<ModelAnswer, "status" | "bound"> {
  /** A valid plan with as few arrivals as the bound, or the fewest that were tried; null: none could be carried out. */
  moves: BareMove[] | null;
  /** How often the solver was asked. */
  asked: number;
}

/**
 * The first answer gives the bound. Where its solution breaks something that the relaxation leaves out, the arrivals to
 * blame are forbidden and the solver is asked again: that gives plans, no better bound.
 */
export function decide(
  problem: RotationProblem,
  solve: ModelSolver,
  seconds: number,
  options: ModelOptions & { tries: number },
): Decided {
  const model = linearModel(problem, options);
  const first = solve(model, seconds);
  let answer = first;
  let asked = 1;
  const rows = [...model.rows];
  while (answer.values) {
    const moves = movesOf(problem, model, answer.values);
    const breaches = validatePlan(problem, { moves: moves.map((it) => ({ ...it, chain: 0 })) });
    if (breaches.length === 0) return { status: first.status, bound: first.bound, moves, asked };
    const blamed = breaches.flatMap((it) => toBlame(problem, model, answer.values ?? [], it));
    if (asked >= options.tries || blamed.length === 0) break;
    for (const column of new Set(blamed))
      rows.push({ of: { type: "at-most" }, columns: [column], coefficients: [1], least: null, most: 0 });
    answer = solve({ ...model, rows }, seconds);
    asked++;
  }
  return { status: first.status, bound: first.bound, moves: null, asked };
}

/** Columns of the solution by which somebody comes to the post of a breach in its month. */
function toBlame(
  problem: RotationProblem,
  { columns }: LinearModel,
  values: readonly number[],
  breach: { constraint: string; postId: string | null; personId: string | null; from: string },
): number[] {
  const month = problem.changeDays.findLastIndex((day) => calendarMonth(day) <= calendarMonth(breach.from));
  const chosen = columns.flatMap((column, at) => {
    const post = problem.posts[column.post];
    if ((values[at] ?? 0) <= 0.5 || column.month !== month) return [];
    const isThere = post?.id === breach.postId;
    return isThere || problem.people[column.person]?.id === breach.personId ? [{ column, at }] : [];
  });
  // Whoever comes late is to blame for a limit; else whoever arrives.
  const arriving = chosen.filter(
    ({ column }) =>
      column.type === "arrives" &&
      (breach.constraint === "limit" || problem.people[column.person]?.id === breach.personId),
  );
  const seated = (person: number, post: number): boolean =>
    problem.people[person]?.placeId === problem.posts[post]?.id;
  const coming =
    arriving.length > 0 ? arriving : chosen.filter(({ column }) => !seated(column.person, column.post));
  return coming.map(({ at }) => at);
}
