// A small office decided by a solver: the relaxation's bound, and its solution carried out where the validator accepts it.
import type { Day } from "../../../shared/domain/day.ts";
import type { RotationProblem } from "../../../shared/rotation/plan.ts";
import { calendarMonth } from "../../../shared/rotation/relaxed/months.ts";
import type { BareMove } from "../../../shared/rotation/timetable.ts";
import { validatePlan } from "../../../shared/rotation/validate.ts";
import { type LinearModel, linearModel, type ModelOptions } from "./model.ts";
import { movesOf } from "./realise.ts";
import type { ModelAnswer, ModelSolver } from "./solver.ts";

export interface Decided extends Pick<ModelAnswer, "status" | "bound"> {
  /** A valid plan with as few arrivals as the bound, or the fewest that were tried; null: none could be carried out. */
  moves: BareMove[] | null;
  /** How often the solver was asked. */
  asked: number;
}

/**
 * The first answer gives the bound. Where its solution breaks something that the relaxation leaves out, the arrivals of
 * that month are not to come all together again, and the solver is asked once more: that gives plans, no better bound.
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
    const together = [...new Set(breaches.map(({ from }) => monthOf(problem, from)))]
      .map((month) => arrivalsOf(model, answer.values ?? [], month))
      .filter((columns) => columns.length > 0);
    if (asked >= options.tries || together.length === 0) break;
    for (const columns of together)
      rows.push({
        of: { type: "at-most" },
        columns,
        coefficients: columns.map(() => 1),
        least: null,
        most: columns.length - 1,
      });
    answer = solve({ ...model, rows }, seconds);
    asked++;
  }
  return { status: first.status, bound: first.bound, moves: null, asked };
}

const monthOf = ({ changeDays }: RotationProblem, day: Day): number =>
  changeDays.findLastIndex((one) => calendarMonth(one) <= calendarMonth(day));

/** Columns of the solution by which somebody arrives in the month. */
const arrivalsOf = ({ columns }: LinearModel, values: readonly number[], month: number): number[] =>
  columns.flatMap((column, at) =>
    (values[at] ?? 0) > 0.5 && column.type === "arrives" && column.month === month ? [at] : [],
  );
